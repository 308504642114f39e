# Said to who writes in Fula (Pular), a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = On jaraama. Ko mi Startpunt, porogaraamu jaabotooɗo naamne fii asiil ka Belgique. Mi haalataa taho Pular. Suɓee ɗemngal goo, maa lanndee yewtude e neɗɗo.
button-human = 🙋 Neɗɗo
