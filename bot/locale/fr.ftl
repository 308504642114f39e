# What the bot itself says, in French. The source is en.ftl.

## First contact and menu

welcome =
    Bonjour. Je suis le bot Startpunt. Je réponds aux questions sur la demande d’asile en Belgique : la procédure, un endroit pour dormir, la nourriture, un médecin, un avocat.
    Je suis un ordinateur, pas une personne. Je ne suis ni la police ni l’État. Écrivez votre question avec vos mots, ou choisissez ci-dessous.
greeting = Bonjour ! Écrivez votre question avec vos mots, ou choisissez un sujet dans le menu.
help =
    Vous pouvez :
    • écrire une question avec vos mots
    • ouvrir le menu et choisir un sujet
    • changer la langue : /language
    • demander une personne : /human
    • effacer ce que je garde : /forget
thanks = Avec plaisir. Écrivez encore si vous avez une autre question.
goodbye = Au revoir. Bon courage. Vous pouvez écrire à tout moment.
about-bot =
    Je suis un programme du Startpunt, un service de Vluchtelingenwerk Vlaanderen (l’organisation flamande pour les réfugiés). Je ne suis ni la police ni un service de l’État.
    Mes réponses sont écrites par des personnes. Je peux me tromper sur votre situation : demandez à un avocat ou à un bénévole.
menu-title = Votre question concerne quoi ?
menu-area = { $area } : choisissez un sujet.
button-menu = ☰ Menu
button-back = ‹ Tous les sujets
button-human = 🙋 Une personne
button-languages = 🌐 Langues

area-procedure = Procédure d’asile
area-reception = Un endroit où vivre
area-hub = Hub humanitaire
area-life = Vie de tous les jours
area-after = Après une décision positive
area-return = Police, retour, sans papiers
area-startpunt = Startpunt
area-safety = Danger et sécurité

## Descriptions of the commands, at most 60 characters each

command-start = Commencer
command-menu = Tous les sujets
command-language = Changer la langue
command-help = Que puis-je faire ?
command-human = Demander une personne
command-privacy = Ce que nous gardons sur vous
command-forget = Effacer ce que nous gardons sur vous

bot-short-description = Des réponses sur l’asile en Belgique, dans votre langue. Gratuit.
bot-description =
    Ce bot répond aux questions sur la demande d’asile en Belgique : où aller, un endroit pour dormir, la nourriture, un médecin, un avocat. Il parle plusieurs langues. Un bénévole peut aussi aider. Ce n’est ni la police ni l’État. En danger, appelez le { $emergency }.

## Languages

language-ask = Quelle langue voulez-vous ?
language-picked = J’écris dans cette langue : { $language }.
language-switched = J’écris maintenant dans cette langue : { $language }. Ce n’est pas juste ?
button-undo-language = Revenir à : { $language }
menu-only = Je ne comprends pas encore bien les questions dans cette langue : { $language }. Choisissez un sujet dans le menu, ou demandez une personne.
language-unknown = Je ne suis pas sûr de la langue. Choisissez une langue que vous lisez.

## Answers

checked-on = Vérifié le { $date }
stale = Ce texte n’a pas été vérifié depuis un certain temps. Demandez pour être sûr.
unreviewed = Aucun expert n’a encore vérifié ce texte.
outdated = Le texte d’origine a changé. Cette traduction peut être ancienne.
not-in-language = Ce texte n’existe pas encore dans votre langue.
unconfirmed = Tout n’a pas pu être confirmé dans ce texte. Demandez pour être sûr.
feedback-question = Cela vous a aidé ?
button-helpful = 👍 Oui
button-not-helpful = 👎 Non
feedback-thanks = Merci.
feedback-sorry = Merci. Désolé que cela n’ait pas aidé.
button-place = 📍 { $name }
in-language = { $language }

## Service cards

open-always = Ouvert jour et nuit
open-until = Ouvert maintenant, jusqu’à { $time }
opens-today = Fermé maintenant, ouvre aujourd’hui à { $time }
opens-tomorrow = Fermé maintenant, ouvre demain à { $time }
opens-on = Fermé maintenant, ouvre { $weekday } à { $time }
opens-later = Fermé maintenant
perhaps-closed = Jour férié : peut-être fermé
check-before-you-go = Appelez ou demandez avant d’y aller : les lieux et les heures peuvent changer.
place-without-position = { $name } : { $address }
place-map-link = Ouvrir la carte

## When the bot does not know

suggest-title = Je ne suis pas sûr. C’est un de ces sujets ?
suggest-urgent =
    🚨 En danger ? Appelez le { $emergency } (ambulance, pompiers) ou le { $police } (police). C’est gratuit.
    Je ne suis pas sûr d’avoir compris. C’est un de ces sujets ?
not-understood = Je n’ai pas compris. Écrivez avec d’autres mots, ou choisissez dans le menu. Un bénévole peut aussi aider.
out-of-scope = Je ne peux pas aider pour cela. Je connais la demande d’asile en Belgique, les endroits pour dormir, la nourriture, les médecins, les avocats et les papiers.
not-helpful = Désolé. Je suis un ordinateur et je fais des erreurs. Écrivez avec d’autres mots, ou demandez une personne.
nlu-away = Je ne peux pas lire les questions en ce moment, mais le menu fonctionne. Choisissez un sujet, ou réessayez dans quelques minutes.
went-wrong = Désolé, il y a eu un problème avec votre dernier message. Écrivez-le encore une fois, ou choisissez dans le menu.
empty-text = Je ne vois pas de question. Écrivez-la avec des mots, ou choisissez dans le menu.
unknown-command = Je ne connais pas cette commande. Choisissez dans le menu.
old-button = Ce bouton est ancien. Voici le nouveau menu.

## What is not text

got-voice = Je ne peux pas écouter les messages vocaux. Un bénévole peut le faire. Ou écrivez votre question en quelques mots.
got-photo = Je ne peux pas regarder les photos. Un bénévole peut le faire. Ou écrivez votre question en quelques mots.
got-document = Je ne peux pas lire les documents. Si c’est une lettre avec un délai, montrez-la aujourd’hui à un avocat. Un bénévole peut la regarder avec vous.
got-location = Merci, mais je n’utilise pas votre position et je ne la garde pas. Choisissez un sujet dans le menu pour les adresses.
got-contact = Je n’ai pas besoin des numéros de téléphone des gens et je ne les garde pas. Écrivez votre question en quelques mots.
got-sticker = 🙂 Écrivez votre question en quelques mots, ou choisissez dans le menu.
got-other = Je lis seulement du texte. Écrivez votre question en quelques mots, ou choisissez dans le menu.

## A person

human-offer =
    Voulez-vous parler à un bénévole du Startpunt ?
    Le bénévole voit : votre langue, les sujets de vos questions, et ce que vous écrivez à partir de maintenant. Il ne voit pas votre nom, votre numéro de téléphone ni votre photo.
    C’est gratuit. En danger, n’attendez pas : appelez le { $emergency }.
human-offer-after-misses =
    Je n’ai pas bien aidé. Voulez-vous parler à un bénévole du Startpunt ?
    Le bénévole voit votre langue, les sujets de vos questions et ce que vous écrivez à partir de maintenant. Pas votre nom, pas votre numéro de téléphone.
button-human-yes = Oui, un bénévole s’il vous plaît
button-human-no = Non
human-requested =
    Votre demande est enregistrée. Vous êtes numéro { $place } dans la file.
    Vous pouvez déjà écrire plus : le bénévole le lira. Avec le bouton ci-dessous, vous revenez à moi à tout moment.
human-requested-urgent =
    Votre demande est enregistrée et marquée urgente. Vous êtes numéro { $place } dans la file.
    En danger, n’attendez pas : appelez le { $emergency } (ambulance, pompiers) ou le { $police } (police). C’est gratuit.
    Vous pouvez déjà écrire plus : le bénévole le lira.
human-shift-now = Des bénévoles qui parlent votre langue sont là maintenant.
human-shift-today = Le prochain bénévole qui parle votre langue est là aujourd’hui à partir de { $time }.
human-shift-tomorrow = Le prochain bénévole qui parle votre langue est là demain à partir de { $time }.
human-shift-on = Le prochain bénévole qui parle votre langue est là { $weekday } à partir de { $time }.
human-shift-unknown = Je ne peux pas dire quand un bénévole qui parle votre langue sera là. Votre demande reste enregistrée.
human-bridge = Le bénévole vous écrira peut-être dans cette langue : { $language }.
human-added = Enregistré pour le bénévole.
human-still-waiting = Vous attendez toujours un bénévole : numéro { $place } dans la file. Vous gardez votre place.
human-joined =
    { $alias }, bénévole de Startpunt, est maintenant avec vous. Écrivez ici : { $alias } le lit.
    Moi, le bot, je me tais jusqu’à la fin de cette conversation.
human-returned = { $alias } n’a pas pu continuer. Vous êtes de nouveau dans la file, avant ceux qui sont arrivés plus tard. Rien n’est perdu.
human-transferred = Un autre bénévole prend la suite. Un instant, s’il vous plaît. Rien n’est perdu.
human-still-there = Avez-vous encore besoin du bénévole ? Sans réponse de votre part, cette conversation se termine bientôt.
human-ended = Cette conversation avec le bénévole est terminée. Moi, le bot, je réponds de nouveau. Vous pouvez demander une personne à tout moment : /human
human-ended-silence = J’ai terminé cette conversation, car rien n’a été écrit depuis un moment. Vous pouvez demander une personne à tout moment : /human
human-rate = Le bénévole vous a-t-il aidé ?
human-rate-sentence = Merci. Si vous voulez, écrivez une phrase à ce sujet. Ou choisissez dans le menu.
human-not-passed-on = Je n’ai pas pu transmettre cela au bénévole. Envoyez-le autrement, par exemple en texte.
button-back-to-bot = ↩ Retour au bot
button-still-there = Oui, je suis là
button-end-human = Terminer la conversation
human-declined = D’accord. Vous pouvez demander une personne à tout moment : /human
human-withdrawn = Votre demande est annulée. Vous pouvez redemander à tout moment : /human

## Privacy

privacy =
    Ce que je garde : un numéro secret pour cette discussion, votre langue et les sujets de vos dernières questions.
    Si vous parlez à un bénévole, je garde ce que vous écrivez tous les deux, sous clé, jusqu’à { $days } jours après la fin.
    Ce que je ne garde pas : votre nom, votre numéro de téléphone, votre photo, vos autres messages.
    Personne en dehors de Startpunt ne le reçoit. Ni la police, ni l’État, ni votre pays.
    Telegram garde vos messages dans cette discussion : effacez-les là si vous partagez votre téléphone.
    Voulez-vous effacer ce que je garde ?
forget-ask = Voulez-vous effacer tout ce que je garde sur cette discussion ? Votre conversation avec un bénévole est effacée aussi.
button-forget-yes = Oui, tout effacer
button-forget-no = Non
forgotten = Effacé : votre langue, les sujets de vos questions, et ce que vous et les bénévoles avez écrit. Je ne garde plus rien sur cette discussion. Pour effacer les messages de votre téléphone, supprimez cette discussion dans Telegram.
forget-cancelled = D’accord, rien n’est effacé.
