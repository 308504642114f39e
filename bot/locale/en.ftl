# What the bot itself says, in English: the source of all other languages.
# Short sentences that a 12-year-old reads. Inserts stand in { $name }; do not translate their names.

## First contact and menu

welcome =
    Hello. I am the Startpunt bot. I answer questions about asking for asylum in Belgium: the procedure, a place to sleep, food, a doctor, a lawyer.
    I am a computer, not a person. I am not the police and not the government. Write your question in your own words, or choose below.
greeting = Hello! Write your question in your own words, or choose a subject in the menu.
help =
    You can:
    • write a question in your own words
    • open the menu and choose a subject
    • change the language: /language
    • ask for a person: /human
    • erase what I keep: /forget
thanks = You are welcome. Write again when you have another question.
goodbye = Goodbye. All the best. You can write again at any time.
about-bot =
    I am a computer program of Startpunt, a service of Vluchtelingenwerk Vlaanderen (the Flemish refugee organisation). I am not the police and not a government office.
    My answers are written by people. I can be wrong about your own situation: ask a lawyer or a volunteer.
menu-title = What is your question about?
menu-area = { $area }: choose a subject.
button-menu = ☰ Menu
button-back = ‹ All subjects
button-human = 🙋 A person
button-languages = 🌐 Languages

area-procedure = Asylum procedure
area-reception = A place to live
area-hub = Humanitarian hub
area-life = Daily life
area-after = After a positive decision
area-return = Police, return, no papers
area-startpunt = Startpunt
area-safety = Danger and safety

## Descriptions of the commands, at most 60 characters each

command-start = Begin
command-menu = All subjects
command-language = Change the language
command-help = What can I do?
command-human = Ask for a person
command-privacy = What we keep about you
command-forget = Erase what we keep about you

bot-short-description = Answers about asking for asylum in Belgium, in your language. Free.
bot-description =
    This bot answers questions about asking for asylum in Belgium: where to go, a place to sleep, food, a doctor, a lawyer. It speaks several languages. A volunteer can help too. It is not the police and not the government. In danger, call { $emergency }.

## Languages

language-ask = Which language do you want?
language-picked = I will write in { $language }.
language-switched = I now write in { $language }. Is that wrong?
button-undo-language = Back to { $language }
menu-only = I cannot read questions in { $language } well yet. Choose a subject in the menu, or ask for a person.
language-unknown = I am not sure which language that is. Please choose a language that you read.

## Answers

checked-on = Checked on { $date }
stale = This text has not been checked for some time. Ask to be sure.
unreviewed = No expert has checked this text yet.
outdated = The original text has changed. This translation may be old.
not-in-language = We do not have this text in your language yet.
unconfirmed = Not everything in this text could be confirmed. Ask to be sure.
feedback-question = Did this help?
button-helpful = 👍 Yes
button-not-helpful = 👎 No
feedback-thanks = Thank you.
feedback-sorry = Thank you. I am sorry that it did not help.
button-place = 📍 { $name }
in-language = { $language }

## Service cards

open-always = Open day and night
open-until = Open now, until { $time }
opens-today = Closed now, opens today at { $time }
opens-tomorrow = Closed now, opens tomorrow at { $time }
opens-on = Closed now, opens on { $weekday } at { $time }
opens-later = Closed now
perhaps-closed = Public holiday: perhaps closed
check-before-you-go = Call or ask before you go: places and hours can change.
place-without-position = { $name }: { $address }
place-map-link = Open the map

## When the bot does not know

suggest-title = I am not sure. Do you mean one of these?
suggest-urgent =
    🚨 In danger? Call { $emergency } (ambulance, fire) or { $police } (police). It is free.
    I am not sure that I understood. Do you mean one of these?
not-understood = I did not understand that. Write it in other words, or choose in the menu. A volunteer can help too.
out-of-scope = I cannot help with that. I know about asking for asylum in Belgium, a place to sleep, food, doctors, lawyers and papers.
not-helpful = I am sorry. I am a computer and I make mistakes. Write it in other words, or ask a person.
nlu-away = I cannot read questions at this moment, but the menu works. Please choose a subject, or try again in a few minutes.
went-wrong = Sorry, something went wrong with your last message. Please write it again, or choose in the menu.
empty-text = I see no question. Write it in words, or choose in the menu.
unknown-command = I do not know that command. Choose in the menu.
old-button = This button is old. Here is the new menu.

## What is not text

got-voice = I cannot listen to voice messages. A volunteer can. Or write your question in a few words.
got-photo = I cannot look at pictures. A volunteer can. Or write your question in a few words.
got-document = I cannot read documents. If it is a letter with a deadline, show it to a lawyer today. A volunteer can look at it with you.
got-location = Thank you, but I do not use your place and I do not keep it. Choose a subject in the menu for addresses.
got-contact = I do not need phone numbers of people and I do not keep them. Write your question in a few words.
got-sticker = 🙂 Write your question in a few words, or choose in the menu.
got-other = I can only read text. Write your question in a few words, or choose in the menu.

## A person

human-offer =
    Do you want to talk to a volunteer of Startpunt?
    The volunteer sees: your language, the subjects you asked about, and what you write from now on. The volunteer does not see your name, your phone number or your photo.
    It is free. In danger, do not wait: call { $emergency }.
human-offer-after-misses =
    I could not help well. Do you want to talk to a volunteer of Startpunt?
    The volunteer sees your language, the subjects you asked about and what you write from now on. Not your name, not your phone number.
button-human-yes = Yes, a volunteer please
button-human-no = No
human-requested =
    Your request is saved. You are number { $place } in the queue.
    You can write more now: the volunteer will read it. You can go back to me at any time with the button below.
human-requested-urgent =
    Your request is saved and marked urgent. You are number { $place } in the queue.
    In danger, do not wait: call { $emergency } (ambulance, fire) or { $police } (police). It is free.
    You can write more now: the volunteer will read it.
human-shift-now = Volunteers who speak your language are there now.
human-shift-today = The next volunteer who speaks your language is there today from { $time }.
human-shift-tomorrow = The next volunteer who speaks your language is there tomorrow from { $time }.
human-shift-on = The next volunteer who speaks your language is there on { $weekday } from { $time }.
human-shift-unknown = I cannot say when a volunteer who speaks your language is there. Your request stays saved.
human-bridge = The volunteer may write to you in { $language }.
human-added = Saved for the volunteer.
human-still-waiting = You are still waiting for a volunteer: number { $place } in the queue. You keep your place.
human-joined =
    { $alias }, a volunteer of Startpunt, is with you now. Write here: { $alias } reads it.
    I, the bot, am silent until this conversation ends.
human-returned = { $alias } could not go on. You are back in the queue, before those who came later. Nothing is lost.
human-transferred = Another volunteer takes over. Please wait a moment. Nothing is lost.
human-still-there = Do you still need the volunteer? If you do not answer, this conversation ends soon.
human-ended = This conversation with the volunteer has ended. I, the bot, answer again. You can ask for a person at any time: /human
human-ended-silence = I ended this conversation, because nothing was written for some time. You can ask for a person at any time: /human
human-rate = Did the volunteer help you?
human-rate-sentence = Thank you. If you want, write one sentence about it. Or choose in the menu.
human-not-passed-on = I could not pass this on to the volunteer. Please send it in another way, for example as text.
button-back-to-bot = ↩ Back to the bot
button-still-there = Yes, I am here
button-end-human = End the conversation
human-declined = All right. You can ask for a person at any time: /human
human-withdrawn = Your request is cancelled. You can ask again at any time: /human

## Privacy

privacy =
    What I keep: a secret number for this chat, your language, and the subjects of your last questions.
    If you talk to a volunteer, I keep what you both write, locked, until { $days } days after the end.
    What I do not keep: your name, your phone number, your photo, your other messages.
    Nobody outside Startpunt gets it. Not the police, not the government, not your country.
    Telegram keeps your messages in this chat: delete them there if you share your phone.
    Do you want to erase what I keep?
forget-ask = Do you want to erase everything I keep about this chat? Your conversation with a volunteer is erased too.
button-forget-yes = Yes, erase everything
button-forget-no = No
forgotten = Erased: your language, the subjects of your questions, and what you and volunteers wrote. I keep nothing about this chat now. To delete the messages on your phone, delete this chat in Telegram.
forget-cancelled = All right, nothing is erased.
