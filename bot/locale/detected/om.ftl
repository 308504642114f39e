# Said to who writes in Oromo, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Akkam. Ani Startpunt, sagantaa gaaffii waa’ee kooluu Beeljiyeem keessatti gaafachuu deebisu dha. Ammaaf Afaan Oromoo hin dubbadhu. Afaan biraa filadhaa, yookaan nama gaafadhaa.
button-human = 🙋 Nama
