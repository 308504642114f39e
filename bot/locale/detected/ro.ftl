# Said to who writes in Romanian, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Bună ziua. Sunt Startpunt, un program care răspunde la întrebări despre azil în Belgia. Încă nu vorbesc română. Alegeți o altă limbă sau cereți un voluntar.
button-human = 🙋 O persoană
