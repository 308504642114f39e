# Ce que le bot dit aux bénévoles, en français.

desk-card =
    { $urgent ->
        [yes] 🚨 URGENT · { $name } · { $language }
       *[no] { $name } · { $language }
    }
desk-card-topics = A demandé au bot : { $topics }
desk-card-no-topics = N’a rien demandé que le bot ait compris.
desk-state-queued = ⏳ Attend depuis { $time }
desk-state-owned = 💬 { $alias } répond
desk-state-ended = ✅ Terminé
desk-state-withdrawn = ↩ Est revenu au bot
desk-button-claim = Je prends
desk-button-release = Remettre dans la file
desk-button-transfer = Transmettre
desk-button-end = Terminer
desk-button-canned = Réponses prêtes
desk-board-empty = Personne n’attend.
desk-board = En attente : { $languages }
desk-board-urgent = 🚨 Urgent : { $count }
desk-danger = 🚨 Cette personne est peut-être en danger. Lisez maintenant. Numéro d’urgence : 112.
desk-remind = ⏰ { $alias }, la personne attend votre réponse. Dans { $minutes } minutes, elle retourne dans la file.
desk-transferred = { $alias } transmet à { $to }.
desk-ended = { $alias } a terminé la conversation.
desk-person-left = La personne a terminé la conversation.
desk-closed-silent = Fermé : rien n’a été écrit depuis longtemps.
desk-verdict = Avant cela, la réponse du bot était-elle fausse ou absente ?
desk-verdict-fine = Elle était bonne
desk-verdict-wrong = Fausse
desk-verdict-missing = Absente
desk-thanks = Merci.
desk-taken = { $alias } a été plus rapide.
desk-claimed = C’est à vous. Écrivez ici : la personne le lit. Une ligne qui commence par // reste ici.
desk-over = Cette conversation est terminée.
desk-claim-first = Pas envoyé : prenez-la d’abord, avec le bouton en haut.
desk-not-yours = Pas envoyé : { $alias } répond ici.
desk-nobody-else = Personne d’autre ne peut la prendre.
desk-choose-volunteer = Transmettre à qui ?
desk-choose-answer = Quelle réponse ? La personne la reçoit dans cette langue : { $language }.
desk-unknown-account = Je ne vous connais pas. Demandez votre lien à un coordinateur et ouvrez-le une fois.
desk-not-allowed = Seul un coordinateur peut le faire.
desk-needs-topics = Activez les sujets dans les réglages de ce groupe, et nommez-moi administrateur pouvant gérer les sujets.
desk-unknown-language = Je ne connais pas la langue { $tag }.
desk-registered = Ce groupe est pour : { $languages }.
desk-registered-rest = Ce groupe est pour toutes les langues qui n’ont pas leur propre groupe.
desk-here = Vous comptez comme présent jusqu’à { $time }.
desk-away = Vous comptez comme absent.
desk-linked = Ce compte appartient maintenant à { $alias }. Vous pouvez répondre dans les groupes des bénévoles.
desk-link-bad = Ce lien a servi ou est trop ancien. Demandez-en un nouveau à un coordinateur.
desk-blocked = Cette personne n’est plus joignable : elle a bloqué le bot ou effacé la discussion.
desk-not-delivered = Le dernier message n’a pas pu être remis.
desk-forgotten = Cette personne a tout effacé.
desk-from-console = { $alias } (console) : { $text }
desk-note = 📝 { $alias } : { $text }
desk-edited = ✏ { $text }
desk-help =
    Écrivez dans un sujet : la personne le lit. // garde une ligne ici. Répondre /delete reprend un message.
    /here dit que vous êtes là pour deux heures, /away que vous n’y êtes pas.
