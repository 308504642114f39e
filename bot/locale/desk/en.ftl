# What the bot says to volunteers in their groups and in the console, in English.

desk-card =
    { $urgent ->
        [yes] 🚨 URGENT · { $name } · { $language }
       *[no] { $name } · { $language }
    }
desk-card-topics = Asked the bot: { $topics }
desk-card-no-topics = Asked the bot nothing that it understood.
desk-state-queued = ⏳ Waiting since { $time }
desk-state-owned = 💬 { $alias } answers
desk-state-ended = ✅ Ended
desk-state-withdrawn = ↩ Went back to the bot
desk-button-claim = I take it
desk-button-release = Back to the queue
desk-button-transfer = Hand over
desk-button-end = End
desk-button-canned = Ready answers
desk-board-empty = Nobody is waiting.
desk-board = Waiting: { $languages }
desk-board-urgent = 🚨 Urgent: { $count }
desk-danger = 🚨 The person may be in danger. Read now. Emergency number: 112.
desk-remind = ⏰ { $alias }, the person is waiting for your answer. In { $minutes } minutes this goes back to the queue.
desk-transferred = { $alias } hands over to { $to }.
desk-ended = { $alias } ended the conversation.
desk-person-left = The person ended the conversation.
desk-closed-silent = Closed: nothing was written for a long time.
desk-verdict = Was the bot’s own answer wrong or missing before?
desk-verdict-fine = It was fine
desk-verdict-wrong = Wrong
desk-verdict-missing = Missing
desk-thanks = Thank you.
desk-taken = { $alias } was faster.
desk-claimed = It is yours. Write here: the person reads it. A line that begins with // stays here.
desk-over = This conversation is over.
desk-claim-first = Not sent: take it first, with the button at the top.
desk-not-yours = Not sent: { $alias } answers here.
desk-nobody-else = Nobody else can take it.
desk-choose-volunteer = Hand over to whom?
desk-choose-answer = Which answer? The person gets it in { $language }.
desk-unknown-account = I do not know you. Ask a coordinator for your link, and open it once.
desk-not-allowed = Only a coordinator can do that.
desk-needs-topics = Switch topics on in the settings of this group, and make me an administrator who may manage topics.
desk-unknown-language = I do not know the language { $tag }.
desk-registered = This group is for: { $languages }.
desk-registered-rest = This group is for all languages that have no group of their own.
desk-here = You count as present until { $time }.
desk-away = You count as away.
desk-linked = This account now belongs to { $alias }. You can answer in the volunteers’ groups.
desk-link-bad = This link is used or too old. Ask a coordinator for a new one.
desk-blocked = The person cannot be reached any more: they blocked the bot or deleted the chat.
desk-not-delivered = The last message could not be delivered.
desk-forgotten = The person erased everything.
desk-from-console = { $alias } (console): { $text }
desk-note = 📝 { $alias }: { $text }
desk-edited = ✏ { $text }
desk-help =
    Write in a topic: the person reads it. // keeps a line here. Reply /delete takes a message back.
    /here means you are here for two hours, /away that you are not.
