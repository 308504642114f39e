# Said to who writes in Swahili, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Habari. Mimi ni Startpunt, programu ya kompyuta inayojibu maswali kuhusu kuomba hifadhi Ubelgiji. Bado sizungumzi Kiswahili. Chagua lugha nyingine, au omba kuzungumza na mtu.
button-human = 🙋 Mtu
