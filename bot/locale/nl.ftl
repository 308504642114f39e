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
    Je vraag naar een mens is bewaard. Ik kan niet zeggen hoe lang het duurt: er zijn niet altijd vrijwilligers.
    Je kan mij intussen verder vragen stellen. Annuleren? Stuur /human en kies Nee.
human-requested-urgent =
    Je vraag naar een mens is bewaard als dringend. Ik kan niet zeggen hoe lang het duurt: er zijn niet altijd vrijwilligers.
    In gevaar? Wacht niet: bel { $emergency } (ziekenwagen, brandweer) of { $police } (politie). Het is gratis.
human-already = Je vraag naar een mens is al bewaard. Je hoeft het niet opnieuw te vragen. Wil je nog altijd met een vrijwilliger praten?
human-declined = Goed. Je kan altijd een mens vragen: /human
human-withdrawn = Je vraag naar een mens is geannuleerd. Je kan het altijd opnieuw vragen: /human

## Privacy

privacy =
    Wat ik bewaar: een geheim nummer voor dit gesprek, je taal, en de onderwerpen van je laatste vragen.
    Wat ik niet bewaar: je naam, je telefoonnummer, je foto, je berichten.
    Niemand buiten het Startpunt krijgt het. Niet de politie, niet de overheid, niet je land.
    Telegram bewaart je berichten in dit gesprek: wis ze daar als je je telefoon deelt.
    Wil je wissen wat ik bewaar?
forget-ask = Wil je alles wissen wat ik over dit gesprek bewaar? Een vraag naar een vrijwilliger wordt ook gewist.
button-forget-yes = Ja, wis alles
button-forget-no = Nee
forgotten = Gewist: je taal, de onderwerpen van je vragen, en vragen naar een vrijwilliger. Ik bewaar nu niets meer over dit gesprek. Wil je de berichten op je telefoon wissen? Verwijder dan dit gesprek in Telegram.
forget-cancelled = Goed, er wordt niets gewist.
