# Said to who writes in Kirundi, a language that the bot recognises and does not speak yet.
# No speaker has read this yet.

not-spoken = Amahoro. Ndi Startpunt, porogarama yishura ibibazo bijanye no gusaba ubuhungiro mu Bubiligi. Sindavuga Ikirundi. Hitamo urundi rurimi, canke usabe kuvugana n’umuntu.
button-human = 🙋 Umuntu
