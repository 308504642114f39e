# Said to who writes in Armenian, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Բարև ձեզ։ Ես Startpunt-ն եմ՝ ծրագիր, որը պատասխանում է Բելգիայում ապաստան խնդրելու մասին հարցերին։ Ես դեռ հայերեն չեմ խոսում։ Ընտրեք ուրիշ լեզու կամ խնդրեք կամավորի օգնությունը։
button-human = 🙋 Մարդ
