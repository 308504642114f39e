# What the bot itself says, in Tigrinya.
# Short sentences that a 12-year-old reads. Inserts stand in { $name }; do not translate their names.

## First contact and menu

welcome =
    ሰላም። ኣነ ናይ ስታርትፑንት (Startpunt) ቦት እየ። ኣብ በልጅዩም ብዛዕባ ዑቕባ ምሕታት ንሕቶታት እምልስ፦ መስርሕ ዑቕባ፣ መደቀሲ ቦታ፣ ምግቢ፣ ሓኪም፣ ጠበቓ።
    ኣነ ኮምፒተር እየ፣ ሰብ ኣይኮንኩን። ፖሊስ ኣይኮንኩን፣ መንግስቲ እውን ኣይኮንኩን። ሕቶኹም ብናይ ገዛእ ርእስኹም ቃላት ጽሓፉ፣ ወይ ኣብ ታሕቲ ምረጹ።
greeting = ሰላም! ሕቶኹም ብናይ ገዛእ ርእስኹም ቃላት ጽሓፉ፣ ወይ ኣብ ሜኑ ኣርእስቲ ምረጹ።
help =
    እዚ ክትገብሩ ትኽእሉ፦
    • ሕቶኹም ብናይ ገዛእ ርእስኹም ቃላት ምጽሓፍ
    • ሜኑ ከፊትኩም ኣርእስቲ ምምራጽ
    • ቋንቋ ምቕያር፦ /language
    • ሰብ ምሕታት፦ /human
    • ዝሓዝክዎ ምድምሳስ፦ /forget
thanks = ገንዘብኩም። ካልእ ሕቶ እንተ ሃሊይኩም መሊስኩም ጽሓፉ።
goodbye = ቻው። ጽቡቕ የጋጥምኩም። ኣብ ዝኾነ ግዜ መሊስኩም ክትጽሕፉ ትኽእሉ።
about-bot =
    ኣነ ናይ ስታርትፑንት (Startpunt) ናይ ኮምፒተር ፕሮግራም እየ፤ ኣገልግሎት ናይ Vluchtelingenwerk Vlaanderen (ናይ ፍላንደርስ ማሕበር ስደተኛታት)። ፖሊስ ኣይኮንኩን፣ ቤት ጽሕፈት መንግስቲ እውን ኣይኮንኩን።
    መልስታተይ ሰባት ዝጸሓፍዎ እዩ። ብዛዕባ ናትኩም ኩነታት ክጋገ እኽእል እየ፦ ንጠበቓ ወይ ንወለንተኛ ሕተቱ።
menu-title = ሕቶኹም ብዛዕባ እንታይ እዩ?
menu-area = { $area }፦ ኣርእስቲ ምረጹ።
button-menu = ☰ ሜኑ
button-back = ‹ ኩሉ ኣርእስቲ
button-human = 🙋 ሰብ
button-languages = 🌐 ቋንቋታት

area-procedure = መስርሕ ዑቕባ
area-reception = መንበሪ ቦታ
area-hub = ሃብ (Humanitarian Hub)
area-life = መዓልታዊ ህይወት
area-after = ድሕሪ እወታዊ ውሳነ
area-return = ፖሊስ፣ ምምላስ፣ ብዘይ ወረቐት
area-startpunt = ስታርትፑንት (Startpunt)
area-safety = ሓደጋን ድሕነትን

## Descriptions of the commands, at most 60 characters each

command-start = ጀምር
command-menu = ኩሉ ኣርእስቲ
command-language = ቋንቋ ምቕያር
command-help = እንታይ ክገብር እኽእል?
command-human = ሰብ ምሕታት
command-privacy = ብዛዕባኹም እንታይ ንሕዝ
command-forget = ብዛዕባኹም ዝሓዝናዮ ምድምሳስ

bot-short-description = ኣብ በልጅዩም ብዛዕባ ዑቕባ ምሕታት መልስታት፣ ብቋንቋኹም። ብነጻ።
bot-description =
    እዚ ቦት ኣብ በልጅዩም ብዛዕባ ዑቕባ ምሕታት ንዝቐርብ ሕቶታት ይምልስ፦ ናበይ ከም እትኸዱ፣ መደቀሲ ቦታ፣ ምግቢ፣ ሓኪም፣ ጠበቓ። ብዙሕ ቋንቋታት ይዛረብ። ወለንተኛ እውን ክሕግዝ ይኽእል። ፖሊስ ኣይኮነን፣ መንግስቲ እውን ኣይኮነን። ሓደጋ እንተ ኣሎ { $emergency } ደውሉ።

## Languages

language-ask = ኣየናይ ቋንቋ ትደልዩ?
language-picked = ብ{ $language } ክጽሕፍ እየ።
language-switched = ሕጂ ብ{ $language } እጽሕፍ ኣለኹ። ጌጋ ድዩ?
button-undo-language = ናብ { $language } ተመለስ
menu-only = ብ{ $language } ዝተጻሕፈ ሕቶ ገና ጽቡቕ ገይረ ከንብብ ኣይክእልን። ኣብ ሜኑ ኣርእስቲ ምረጹ፣ ወይ ሰብ ሕተቱ።
language-unknown = ኣየናይ ቋንቋ ምዃኑ ርግጸኛ ኣይኮንኩን። በጃኹም እተንብብዎ ቋንቋ ምረጹ።

## Answers

checked-on = { $date } ተረጋጊጹ
stale = እዚ ጽሑፍ ንገለ እዋን ኣይተረጋገጸን። ንምርግጋጽ ሕተቱ።
unreviewed = ነዚ ጽሑፍ ክሳብ ሕጂ ክኢላ ኣይረኣዮን።
outdated = እቲ መበቆላዊ ጽሑፍ ተቐይሩ እዩ። እዚ ትርጉም ኣረጊት ክኸውን ይኽእል።
not-in-language = እዚ ጽሑፍ ብቋንቋኹም ገና የብልናን።
unconfirmed = ኣብዚ ጽሑፍ ዘሎ ኩሉ ክረጋገጽ ኣይተኻእለን። ንምርግጋጽ ሕተቱ።
feedback-question = እዚ ሓጊዙኩም ዶ?
button-helpful = 👍 እወ
button-not-helpful = 👎 ኣይፋል
feedback-thanks = የቐንየለይ።
feedback-sorry = የቐንየለይ። ስለ ዘይሓገዘኩም ይቕሬታ።
button-place = 📍 { $name }
in-language = { $language }

## Service cards

open-always = ለይትን መዓልትን ክፉት
open-until = ሕጂ ክፉት፣ ክሳብ { $time }
opens-today = ሕጂ ዕጹው፣ ሎሚ ሰዓት { $time } ይኽፈት
opens-tomorrow = ሕጂ ዕጹው፣ ጽባሕ ሰዓት { $time } ይኽፈት
opens-on = ሕጂ ዕጹው፣ { $weekday } ሰዓት { $time } ይኽፈት
opens-later = ሕጂ ዕጹው
perhaps-closed = ህዝባዊ በዓል፦ ምናልባት ዕጹው
check-before-you-go = ቅድሚ ምኻድኩም ደውሉ ወይ ሕተቱ፦ ቦታን ሰዓታትን ክቕየር ይኽእል።
place-without-position = { $name }፦ { $address }
place-map-link = ካርታ ክፈቱ

## When the bot does not know

suggest-title = ርግጸኛ ኣይኮንኩን። ሓደ ካብዚ ማለትኩም ድዩ?
suggest-urgent =
    🚨 ኣብ ሓደጋ ኣለኹም? { $emergency } (ኣምቡላንስ፣ ሓዊ) ወይ { $police } (ፖሊስ) ደውሉ። ብነጻ እዩ።
    ከም ዝተረዳእኩኹም ርግጸኛ ኣይኮንኩን። ሓደ ካብዚ ማለትኩም ድዩ?
not-understood = ኣይተረድኣንን። ብኻልእ ቃላት ጽሓፍዎ፣ ወይ ኣብ ሜኑ ምረጹ። ወለንተኛ እውን ክሕግዝ ይኽእል።
out-of-scope = ብእኡ ክሕግዝ ኣይክእልን። ኣብ በልጅዩም ብዛዕባ ዑቕባ ምሕታት፣ መደቀሲ ቦታ፣ ምግቢ፣ ሓካይም፣ ጠበቓታትን ወረቓቕትን እፈልጥ።
not-helpful = ይቕሬታ። ኣነ ኮምፒተር እየ፣ እጋገ እየ። ብኻልእ ቃላት ጽሓፍዎ፣ ወይ ንሰብ ሕተቱ።
nlu-away = ኣብዚ ሕጂ እዋን ሕቶታት ከንብብ ኣይክእልን፣ ሜኑ ግን ይሰርሕ እዩ። በጃኹም ኣርእስቲ ምረጹ፣ ወይ ድሕሪ ገለ ደቓይቕ ፈትኑ።
went-wrong = ይቕሬታ፣ ምስ ናይ መወዳእታ መልእኽትኹም ጌጋ ተፈጢሩ። በጃኹም መሊስኩም ጽሓፍዎ፣ ወይ ኣብ ሜኑ ምረጹ።
empty-text = ሕቶ ኣይረኣኹን። ብቃላት ጽሓፍዎ፣ ወይ ኣብ ሜኑ ምረጹ።
unknown-command = ነዚ ትእዛዝ ኣይፈልጦን። ኣብ ሜኑ ምረጹ።
old-button = እዚ መልጎም ኣረጊት እዩ። ሓድሽ ሜኑ እነሆ።

## What is not text

got-voice = ናይ ድምጺ መልእኽቲ ክሰምዕ ኣይክእልን። ወለንተኛ ይኽእል። ወይ ሕቶኹም ብሓጺር ጽሓፉ።
got-photo = ስእሊ ክርኢ ኣይክእልን። ወለንተኛ ይኽእል። ወይ ሕቶኹም ብሓጺር ጽሓፉ።
got-document = ሰነድ ከንብብ ኣይክእልን። ገደብ ግዜ ዘለዎ ደብዳቤ እንተ ኾይኑ ሎሚ ንጠበቓ ኣርእይዎ። ወለንተኛ ምሳኹም ክርእዮ ይኽእል።
got-location = የቐንየለይ፤ ግን ዘለኹምዎ ቦታ ኣይጥቀመሉን፣ ኣይሕዞን እውን። ንኣድራሻታት ኣብ ሜኑ ኣርእስቲ ምረጹ።
got-contact = ናይ ሰባት ቁጽሪ ስልኪ ኣየድልየንን፣ ኣይሕዞን እውን። ሕቶኹም ብሓጺር ጽሓፉ።
got-sticker = 🙂 ሕቶኹም ብሓጺር ጽሓፉ፣ ወይ ኣብ ሜኑ ምረጹ።
got-other = ጽሑፍ ጥራይ ከንብብ እኽእል። ሕቶኹም ብሓጺር ጽሓፉ፣ ወይ ኣብ ሜኑ ምረጹ።

## A person

human-offer =
    ምስ ናይ ስታርትፑንት (Startpunt) ወለንተኛ ክትዛረቡ ትደልዩ ዲኹም?
    እቲ ወለንተኛ ዝርእዮ፦ ቋንቋኹም፣ ዝሓተትኩሙሉ ኣርእስቲ፣ ካብ ሕጂ ንደሓር እትጽሕፍዎ ድማ። ስምኩም፣ ቁጽሪ ስልክኹም ወይ ስእልኹም ኣይርእን።
    ብነጻ እዩ። ሓደጋ እንተ ኣሎ ኣይትጸበዩ፦ { $emergency } ደውሉ።
human-offer-after-misses =
    ጽቡቕ ገይረ ክሕግዘኩም ኣይከኣልኩን። ምስ ናይ ስታርትፑንት (Startpunt) ወለንተኛ ክትዛረቡ ትደልዩ ዲኹም?
    እቲ ወለንተኛ ቋንቋኹም፣ ዝሓተትኩሙሉ ኣርእስትን ካብ ሕጂ ንደሓር እትጽሕፍዎን ይርኢ። ስምኩምን ቁጽሪ ስልክኹምን ግን ኣይርእን።
button-human-yes = እወ፣ በጃኹም ወለንተኛ
button-human-no = ኣይፋል
human-requested =
    ሕቶኹም ተመዝጊቡ ኣሎ። ኣብ ሪጋ ቁጽሪ { $place } ኢኹም።
    ሕጂ ተወሳኺ ክትጽሕፉ ትኽእሉ፦ እቲ ወለንተኛ ከንብቦ እዩ። ብኣብ ታሕቲ ዘሎ መልጎም ኣብ ዝኾነ ግዜ ናባይ ክትምለሱ ትኽእሉ።
human-requested-urgent =
    ሕቶኹም ተመዝጊቡ ኣሎ፣ ህጹጽ ተባሂሉ ምልክት ተገይርሉ። ኣብ ሪጋ ቁጽሪ { $place } ኢኹም።
    ሓደጋ እንተ ኣሎ ኣይትጸበዩ፦ { $emergency } (ኣምቡላንስ፣ ሓዊ) ወይ { $police } (ፖሊስ) ደውሉ። ብነጻ እዩ።
    ሕጂ ተወሳኺ ክትጽሕፉ ትኽእሉ፦ እቲ ወለንተኛ ከንብቦ እዩ።
human-shift-now = ቋንቋኹም ዝዛረቡ ወለንተኛታት ሕጂ ኣለዉ።
human-shift-today = ቋንቋኹም ዝዛረብ ቀጻሊ ወለንተኛ ሎሚ ካብ ሰዓት { $time } ኣሎ።
human-shift-tomorrow = ቋንቋኹም ዝዛረብ ቀጻሊ ወለንተኛ ጽባሕ ካብ ሰዓት { $time } ኣሎ።
human-shift-on = ቋንቋኹም ዝዛረብ ቀጻሊ ወለንተኛ { $weekday } ካብ ሰዓት { $time } ኣሎ።
human-shift-unknown = ቋንቋኹም ዝዛረብ ወለንተኛ መዓስ ከም ዝህሉ ክነግር ኣይክእልን። ሕቶኹም ተመዝጊቡ ይጸንሕ።
human-bridge = እቲ ወለንተኛ ብ{ $language } ክጽሕፈልኩም ይኽእል።
human-added = ንወለንተኛ ተመዝጊቡ።
human-still-waiting = ገና ወለንተኛ ትጽበዩ ኣለኹም፦ ኣብ ሪጋ ቁጽሪ { $place }። ቦታኹም ኣይትስእኑን።
human-joined =
    { $alias }፣ ናይ ስታርትፑንት (Startpunt) ወለንተኛ፣ ሕጂ ምሳኹም ኣሎ። ኣብዚ ጽሓፉ፦ { $alias } የንብቦ።
    ኣነ ቦት፣ እዚ ዝርርብ ክሳብ ዝውዳእ ስቕ እብል።
human-returned = { $alias } ክቕጽል ኣይከኣለን። ናብ ሪጋ ተመሊስኩም ኣለኹም፣ ቅድሚ እቶም ደሓር ዝመጹ። ዝጠፍአ የለን።
human-transferred = ካልእ ወለንተኛ ይቕጽል። በጃኹም ቁሩብ ተጸበዩ። ዝጠፍአ የለን።
human-still-there = ወለንተኛ ገና የድልየኩም ድዩ? እንተ ዘይመሊስኩም እዚ ዝርርብ ቀልጢፉ ይውዳእ።
human-ended = እዚ ምስ ወለንተኛ ዝነበረ ዝርርብ ተወዲኡ። ኣነ ቦት መሊሰ እምልስ። ኣብ ዝኾነ ግዜ ሰብ ክትሓቱ ትኽእሉ፦ /human
human-ended-silence = ንገለ እዋን ዝተጻሕፈ ስለ ዘይነበረ ነዚ ዝርርብ ወዲአዮ። ኣብ ዝኾነ ግዜ ሰብ ክትሓቱ ትኽእሉ፦ /human
human-rate = እቲ ወለንተኛ ሓጊዙኩም ዶ?
human-rate-sentence = የቐንየለይ። እንተ ደሊኹም ብዛዕባኡ ሓንቲ ሓረግ ጽሓፉ። ወይ ኣብ ሜኑ ምረጹ።
human-not-passed-on = ነዚ ናብ ወለንተኛ ከሕልፎ ኣይከኣልኩን። በጃኹም ብኻልእ መገዲ፣ ንኣብነት ብጽሑፍ ስደድዎ።
button-back-to-bot = ↩ ናብ ቦት ተመለስ
button-still-there = እወ፣ ኣብዚ ኣለኹ
button-end-human = ዝርርብ ወድእ
human-declined = ሕራይ። ኣብ ዝኾነ ግዜ ሰብ ክትሓቱ ትኽእሉ፦ /human
human-withdrawn = ሕቶኹም ተሰሪዙ። ኣብ ዝኾነ ግዜ መሊስኩም ክትሓቱ ትኽእሉ፦ /human

## Privacy

privacy =
    ዝሕዞ፦ ናይዚ ቻት ምስጢራዊ ቁጽሪ፣ ቋንቋኹም፣ ናይ መወዳእታ ሕቶታትኩም ኣርእስቲ ድማ።
    ምስ ወለንተኛ እንተ ተዛሪብኩም፣ ክልቴኹም እትጽሕፍዎ ተቖሊፉ፣ ድሕሪ ምውድኡ ክሳብ { $days } መዓልቲ እሕዞ።
    ዘይሕዞ፦ ስምኩም፣ ቁጽሪ ስልክኹም፣ ስእልኹም፣ ካልእ መልእኽትታትኩም።
    ካብ ስታርትፑንት ወጻኢ ዝኾነ ሰብ ኣይወሃቦን። ንፖሊስ ኣይኮነን፣ ንመንግስቲ ኣይኮነን፣ ንሃገርኩም እውን ኣይኮነን።
    ተለግራም (Telegram) ንመልእኽትታትኩም ኣብዚ ቻት ይሕዞ፦ ስልክኹም ምስ ካልኦት እትካፈልዎ እንተ ኾይኑ ኣብኡ ደምስስዎ።
    ዝሓዝክዎ ክድምስስ ትደልዩ ዲኹም?
forget-ask = ብዛዕባ እዚ ቻት ዝሓዝክዎ ኩሉ ክድምስስ ትደልዩ ዲኹም? ምስ ወለንተኛ ዝነበረ ዝርርብኩም እውን ይድምሰስ።
button-forget-yes = እወ፣ ኩሉ ደምስስ
button-forget-no = ኣይፋል
forgotten = ተደምሲሱ፦ ቋንቋኹም፣ ናይ ሕቶታትኩም ኣርእስቲ፣ ንስኹምን ወለንተኛታትን ዝጸሓፍኩምዎ ድማ። ሕጂ ብዛዕባ እዚ ቻት ዝሓዝክዎ የብለይን። ኣብ ስልክኹም ዘሎ መልእኽትታት ንምድምሳስ፣ ነዚ ቻት ኣብ ተለግራም (Telegram) ደምስስዎ።
forget-cancelled = ሕራይ፣ ዝተደምሰሰ የለን።
