# Said to who writes in Lingala, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Mbote. Ngai nazali Startpunt, programɛ oyo eyanolaka mituna mpo na kosɛnga asile na Belgique. Nalobaka naino lingala te. Pona monoko mosusu, to sɛnga kosolola na moto.
button-human = 🙋 Moto
