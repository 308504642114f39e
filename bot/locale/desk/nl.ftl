# Wat de bot tegen vrijwilligers zegt, in het Nederlands.

desk-card =
    { $urgent ->
        [yes] 🚨 DRINGEND · { $name } · { $language }
       *[no] { $name } · { $language }
    }
desk-card-topics = Vroeg aan de bot: { $topics }
desk-card-no-topics = Vroeg de bot niets dat hij begreep.
desk-state-queued = ⏳ Wacht sinds { $time }
desk-state-owned = 💬 { $alias } antwoordt
desk-state-ended = ✅ Afgelopen
desk-state-withdrawn = ↩ Ging terug naar de bot
desk-button-claim = Ik neem het
desk-button-release = Terug in de rij
desk-button-transfer = Doorgeven
desk-button-end = Afsluiten
desk-button-canned = Klare antwoorden
desk-board-empty = Er wacht niemand.
desk-board = Wachten: { $languages }
desk-board-urgent = 🚨 Dringend: { $count }
desk-danger = 🚨 Deze persoon is misschien in gevaar. Lees nu. Noodnummer: 112.
desk-remind = ⏰ { $alias }, de persoon wacht op je antwoord. Over { $minutes } minuten gaat dit terug in de rij.
desk-transferred = { $alias } geeft door aan { $to }.
desk-ended = { $alias } heeft het gesprek afgesloten.
desk-person-left = De persoon heeft het gesprek afgesloten.
desk-closed-silent = Afgesloten: er werd lang niets geschreven.
desk-verdict = Was het antwoord van de bot daarvoor fout, of ontbrak het?
desk-verdict-fine = Het was goed
desk-verdict-wrong = Fout
desk-verdict-missing = Ontbrak
desk-thanks = Dank je.
desk-taken = { $alias } was sneller.
desk-claimed = Het is voor jou. Schrijf hier: de persoon leest het. Een regel die met // begint, blijft hier.
desk-over = Dit gesprek is afgelopen.
desk-claim-first = Niet verstuurd: neem het eerst, met de knop bovenaan.
desk-not-yours = Niet verstuurd: hier antwoordt { $alias }.
desk-nobody-else = Niemand anders kan het overnemen.
desk-choose-volunteer = Aan wie doorgeven?
desk-choose-answer = Welk antwoord? De persoon krijgt het in deze taal: { $language }.
desk-unknown-account = Ik ken je niet. Vraag een coördinator je link en open die één keer.
desk-not-allowed = Alleen een coördinator kan dat.
desk-needs-topics = Zet onderwerpen aan in de instellingen van deze groep, en maak mij beheerder die onderwerpen mag beheren.
desk-unknown-language = Ik ken de taal { $tag } niet.
desk-registered = Deze groep is voor: { $languages }.
desk-registered-rest = Deze groep is voor alle talen die geen eigen groep hebben.
desk-here = Je telt als aanwezig tot { $time }.
desk-away = Je telt als afwezig.
desk-linked = Deze account hoort nu bij { $alias }. Je kunt antwoorden in de groepen van de vrijwilligers.
desk-link-bad = Deze link is gebruikt of te oud. Vraag een coördinator een nieuwe.
desk-blocked = Deze persoon is niet meer te bereiken: de bot is geblokkeerd of de chat gewist.
desk-not-delivered = Het laatste bericht kon niet bezorgd worden.
desk-forgotten = Deze persoon heeft alles gewist.
desk-from-console = { $alias } (console): { $text }
desk-note = 📝 { $alias }: { $text }
desk-edited = ✏ { $text }
desk-help =
    Schrijf in een onderwerp: de persoon leest het. // houdt een regel hier. Antwoord /delete neemt een bericht terug.
    /here betekent dat je er twee uur bent, /away dat je er niet bent.
