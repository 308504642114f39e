# What the bot itself says, in Dutch. The source is en.ftl.

## First contact and menu

welcome =
    Hallo. Ik ben de Startpunt-bot. Ik antwoord op vragen over asiel vragen in België: de procedure, een slaapplaats, eten, een dokter, een advocaat.
    Ik ben een computer, geen mens. Ik ben niet van de politie en niet van de overheid. Schrijf je vraag in je eigen woorden, of kies hieronder.
greeting = Hallo! Schrijf je vraag in je eigen woorden, of kies een onderwerp in het menu.
help =
    Je kan:
    • een vraag schrijven in je eigen woorden
    • het menu openen en een onderwerp kiezen
    • de taal veranderen: /language
    • een mens vragen: /human
    • wissen wat ik bewaar: /forget
thanks = Graag gedaan. Schrijf gerust opnieuw als je nog een vraag hebt.
goodbye = Tot ziens. Veel sterkte. Je kan altijd opnieuw schrijven.
about-bot =
    Ik ben een computerprogramma van het Startpunt, een dienst van Vluchtelingenwerk Vlaanderen. Ik ben niet van de politie en geen dienst van de overheid.
    Mijn antwoorden zijn door mensen geschreven. Over jouw eigen situatie kan ik fout zijn: vraag het aan een advocaat of een vrijwilliger.
menu-title = Waarover gaat je vraag?
menu-area = { $area }: kies een onderwerp.
button-menu = ☰ Menu
button-back = ‹ Alle onderwerpen
button-human = 🙋 Een mens
button-languages = 🌐 Talen

area-procedure = Asielprocedure
area-reception = Een plaats om te wonen
area-hub = Humanitaire hub
area-life = Dagelijks leven
area-after = Na een positieve beslissing
area-return = Politie, terugkeer, papieren
area-startpunt = Startpunt
area-safety = Gevaar en veiligheid

## Descriptions of the commands, at most 60 characters each

command-start = Beginnen
command-menu = Alle onderwerpen
command-language = De taal veranderen
command-help = Wat kan ik doen?
command-human = Een mens vragen
command-privacy = Wat we over jou bewaren
command-forget = Wissen wat we over jou bewaren

bot-short-description = Antwoorden over asiel vragen in België, in jouw taal. Gratis.
bot-description =
    Deze bot antwoordt op vragen over asiel vragen in België: waar je naartoe gaat, een slaapplaats, eten, een dokter, een advocaat. De bot spreekt verschillende talen. Een vrijwilliger kan ook helpen. Dit is niet de politie en niet de overheid. In gevaar? Bel { $emergency }.

## Languages

language-ask = Welke taal wil je?
language-picked = Ik schrijf in het { $language }.
language-switched = Ik schrijf nu in het { $language }. Klopt dat niet?
button-undo-language = Terug naar { $language }
menu-only = Ik begrijp vragen in deze taal nog niet goed: { $language }. Kies een onderwerp in het menu, of vraag een mens.
language-unknown = Ik weet niet zeker welke taal dat is. Kies een taal die je leest.

## Answers

checked-on = Nagekeken op { $date }
stale = Deze tekst is al een tijd niet nagekeken. Vraag het na om zeker te zijn.
unreviewed = Geen expert heeft deze tekst al nagekeken.
outdated = De oorspronkelijke tekst is veranderd. Deze vertaling kan oud zijn.
not-in-language = Deze tekst bestaat nog niet in jouw taal.
unconfirmed = Niet alles in deze tekst kon bevestigd worden. Vraag het na om zeker te zijn.
feedback-question = Heeft dit geholpen?
button-helpful = 👍 Ja
button-not-helpful = 👎 Nee
feedback-thanks = Dank je.
feedback-sorry = Dank je. Jammer dat het niet hielp.
button-place = 📍 { $name }
in-language = { $language }

## Service cards

open-always = Dag en nacht open
open-until = Nu open, tot { $time }
opens-today = Nu gesloten, vandaag open om { $time }
opens-tomorrow = Nu gesloten, morgen open om { $time }
opens-on = Nu gesloten, open op { $weekday } om { $time }
opens-later = Nu gesloten
perhaps-closed = Feestdag: misschien gesloten
check-before-you-go = Bel of vraag het voor je gaat: plaatsen en uren kunnen veranderen.
place-without-position = { $name }: { $address }
place-map-link = Open de kaart

## When the bot does not know

suggest-title = Ik weet het niet zeker. Bedoel je een van deze?
suggest-urgent =
    🚨 In gevaar? Bel { $emergency } (ziekenwagen, brandweer) of { $police } (politie). Het is gratis.
    Ik weet niet zeker of ik je begrijp. Bedoel je een van deze?
not-understood = Dat heb ik niet begrepen. Schrijf het met andere woorden, of kies in het menu. Een vrijwilliger kan ook helpen.
out-of-scope = Daarmee kan ik niet helpen. Ik weet iets over asiel vragen in België, een slaapplaats, eten, dokters, advocaten en papieren.
not-helpful = Het spijt me. Ik ben een computer en ik maak fouten. Schrijf het met andere woorden, of vraag een mens.
nlu-away = Ik kan op dit moment geen vragen lezen, maar het menu werkt. Kies een onderwerp, of probeer het over een paar minuten opnieuw.
went-wrong = Sorry, er ging iets mis met je laatste bericht. Schrijf het nog eens, of kies in het menu.
empty-text = Ik zie geen vraag. Schrijf ze in woorden, of kies in het menu.
unknown-command = Dat commando ken ik niet. Kies in het menu.
old-button = Deze knop is oud. Hier is het nieuwe menu.

## What is not text

got-voice = Ik kan niet naar spraakberichten luisteren. Een vrijwilliger wel. Of schrijf je vraag in een paar woorden.
got-photo = Ik kan geen foto's bekijken. Een vrijwilliger wel. Of schrijf je vraag in een paar woorden.
got-document = Ik kan geen documenten lezen. Is het een brief met een termijn? Toon hem vandaag aan een advocaat. Een vrijwilliger kan hem samen met jou bekijken.
got-location = Dank je, maar ik gebruik je plaats niet en ik bewaar ze niet. Kies een onderwerp in het menu voor adressen.
got-contact = Ik heb geen telefoonnummers van mensen nodig en ik bewaar ze niet. Schrijf je vraag in een paar woorden.
got-sticker = 🙂 Schrijf je vraag in een paar woorden, of kies in het menu.
got-other = Ik kan alleen tekst lezen. Schrijf je vraag in een paar woorden, of kies in het menu.

## A person

human-offer =
    Wil je met een vrijwilliger van het Startpunt praten?
    De vrijwilliger ziet: je taal, de onderwerpen die je vroeg, en wat je vanaf nu schrijft. De vrijwilliger ziet je naam, je telefoonnummer en je foto niet.
    Het is gratis. In gevaar? Wacht niet: bel { $emergency }.
human-offer-after-misses =
    Ik kon niet goed helpen. Wil je met een vrijwilliger van het Startpunt praten?
    De vrijwilliger ziet je taal, de onderwerpen die je vroeg en wat je vanaf nu schrijft. Niet je naam, niet je telefoonnummer.
button-human-yes = Ja, een vrijwilliger graag
button-human-no = Nee
human-requested =
    Je vraag is bewaard. Je bent nummer { $place } in de rij.
    Je kunt nu al meer schrijven: de vrijwilliger leest het. Met de knop hieronder kom je altijd terug bij mij.
human-requested-urgent =
    Je vraag is bewaard en als dringend gemarkeerd. Je bent nummer { $place } in de rij.
    Wacht niet als je in gevaar bent: bel { $emergency } (ziekenwagen, brandweer) of { $police } (politie). Het is gratis.
    Je kunt nu al meer schrijven: de vrijwilliger leest het.
human-shift-now = Er zijn nu vrijwilligers die je taal spreken.
human-shift-today = De volgende vrijwilliger die je taal spreekt, is er vandaag vanaf { $time }.
human-shift-tomorrow = De volgende vrijwilliger die je taal spreekt, is er morgen vanaf { $time }.
human-shift-on = De volgende vrijwilliger die je taal spreekt, is er op { $weekday } vanaf { $time }.
human-shift-unknown = Ik kan niet zeggen wanneer er een vrijwilliger is die je taal spreekt. Je vraag blijft bewaard.
human-bridge = De vrijwilliger schrijft je misschien in deze taal: { $language }.
human-added = Bewaard voor de vrijwilliger.
human-still-waiting = Je wacht nog op een vrijwilliger: nummer { $place } in de rij. Je houdt je plaats.
human-joined =
    { $alias }, vrijwilliger van Startpunt, is er nu voor je. Schrijf hier: { $alias } leest het.
    Ik, de bot, zwijg tot dit gesprek voorbij is.
human-returned = { $alias } kon niet verder. Je staat weer in de rij, voor wie later kwam. Er is niets verloren.
human-transferred = Een andere vrijwilliger neemt over. Even geduld. Er is niets verloren.
human-still-there = Heb je de vrijwilliger nog nodig? Als je niet antwoordt, stopt dit gesprek binnenkort.
human-ended = Dit gesprek met de vrijwilliger is voorbij. Ik, de bot, antwoord weer. Je kunt altijd een mens vragen: /human
human-ended-silence = Ik heb dit gesprek gesloten, omdat er een tijd niets geschreven werd. Je kunt altijd een mens vragen: /human
human-rate = Heeft de vrijwilliger je geholpen?
human-rate-sentence = Dank je. Als je wilt, schrijf er één zin over. Of kies in het menu.
human-not-passed-on = Ik kon dit niet doorgeven aan de vrijwilliger. Stuur het op een andere manier, bijvoorbeeld als tekst.
button-back-to-bot = ↩ Terug naar de bot
button-still-there = Ja, ik ben er
button-end-human = Gesprek stoppen
human-declined = Goed. Je kan altijd een mens vragen: /human
human-withdrawn = Je vraag naar een mens is geannuleerd. Je kan het altijd opnieuw vragen: /human

## Privacy

privacy =
    Wat ik bewaar: een geheim nummer voor deze chat, je taal en de onderwerpen van je laatste vragen.
    Als je met een vrijwilliger praat, bewaar ik wat jullie schrijven, vergrendeld, tot { $days } dagen na het einde.
    Wat ik niet bewaar: je naam, je telefoonnummer, je foto, je andere berichten.
    Niemand buiten Startpunt krijgt het. Niet de politie, niet de overheid, niet je land.
    Telegram bewaart je berichten in deze chat: wis ze daar als je je telefoon deelt.
    Wil je wissen wat ik bewaar?
forget-ask = Wil je alles wissen wat ik over deze chat bewaar? Ook je gesprek met een vrijwilliger wordt gewist.
button-forget-yes = Ja, wis alles
button-forget-no = Nee
forgotten = Gewist: je taal, de onderwerpen van je vragen, en wat jij en vrijwilligers schreven. Ik bewaar nu niets meer over deze chat. Om de berichten op je telefoon te wissen, verwijder je deze chat in Telegram.
forget-cancelled = Goed, er wordt niets gewist.
