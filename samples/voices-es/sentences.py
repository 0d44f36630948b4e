"""Sentences as they fall in meetings, made by chance from templates: what the sample voices speak to train the model, and its bigrams."""
import random
import re

import lexicon as lex

FEM, MASC = lex.FEMININE, lex.MASCULINE
TRANSITIVE = [f for f in lex.CONJUGATED if f["inf"] not in (
    "faltar quedar parecer quejar ocurrir importar tardar depender gustar llegar regresar entrar crecer existir asistir proceder prometer "
    "preocupar fallar funcionar aparecer montar participar colaborar viajar trabajar durar proponer hablar confiar sumar").split()]
OPENERS = ["", "", "", "", "bueno", "entonces", "de acuerdo", "perfecto", "sí", "no", "claro", "la verdad", "además", "por ahora", "mira",
           "en resumen", "por otro lado", "muy bien", "vale", "listo", "qué bien", "gracias", "por cierto", "eso sí", "ojo", "me parece bien"]

# {np} a thing, {nps} things, {inf} {p1} {p3} ... a form of some verb, {when} a day or hour, {name}, {place}, {num}, {adj}
TEMPLATES = """
{open} {name} {p3} {np} {when}
{open} {nps} {p3p} {np} {prep} {np}
{open} {np} {p3} {np} cuando {np} {p3}
{open} el {dayname} {t1p} {np} con {num} {nps}
{open} tenemos que {inf} {np} {when}
{open} hay que {inf} {np} {prep} {np}
{open} vamos a {inf} {np} {when} y {inf} {np}
{open} voy a {inf} {np} {when}
{open} voy a {inf} {np} a {time}
yo voy a {inf} {np} para {inf} {np}
yo me encargo de {inf} {np} y {np} {when}
yo me encargo de {np}
yo me ocupo de {inf} {np} {when}
yo {p1} {np} {when}
lo {p1} {when}
lo tengo {part} {when}
{name} por favor {p3} {np} {when}
{name} por favor {p3} {np} y {np} para {nps}
{name} puedes {inf} {np} {when}
{name} te encargas de {inf} {np}
necesito que {s3p} {np} {when}
necesitamos {inf} {np} y {inf} {np}
necesitamos {num} {nps} para {inf} {np}
decidimos {inf} {np} {when}
decidimos que {np} se {p3} {when}
entonces decidimos {inf} {np}
acordamos {inf} {np} {prep} {np}
acordamos que {name} {f3} {np}
queda {part} {np} {prep} {np}
queda {part} que {np} se {f3} {when}
queda claro que {np} {p3} {np}
propongo {inf} {np} {when}
propongo {np} de {num} por ciento
propongo que {s1p} {np}
sugiero {inf} {np} si {nps} {p3p} {np}
me parece que {np} {p3} {np}
creo que {np} es {adj} y {np} también
creo que debemos {inf} {np}
{np} es {adj} para {nps}
{np} está {part} desde {when}
{np} ya {p3} {np} y {p3} {np}
{np} no {p3} {np}
{np} cuesta {num} dólares por {n}
{np} dura más de {num} {unit}
{np} tarda {num} {unit}
{np} llega {when}
{np} sale {when} a {time}
{np} tiene {num} {nps} y {num} {nps}
{np} se {t3} en {place} {when}
{np} subió {num} por ciento {when}
{np} bajó de {num} a {num}
{nps} se quejan de {np}
{nps} se {t3p} porque {np} no {t3} {np}
{nps} no {p3p} {np}
{nps} dicen que {np} es {adj}
{nps} {t3p} {np} durante {np}
{num} de cada {num} {nps} {p3p} {np} en {np}
{num} {nps} {t3p} {np} sin {nps} y {num} {t3p} {np}
falta {inf} {np}
faltan {nps} y {np}
faltan {num} {unit} para {inf} {np}
calculo {num} {unit} de {n}
estimo {num} {unit} para {np}
hay {num} {nps} en {np}
hay un problema con {np}
hay un riesgo si {np} {p3} {np}
si {np} sigue {ger} tendremos que {inf} {np}
si {np} {p3} {np} podemos {inf} {np}
encontré {np} en {np}
la razón es que {np} {p3} {np}
la diferencia es de {num} {unit}
el error está en {np}
el primer tema es {np}
el siguiente punto es {np}
hoy hablamos de {np} y de {np}
hoy tenemos {num} puntos {np} {np} y {np}
pasemos a {np}
pasemos al siguiente punto {np}
el último punto es {np}
volvamos a {np}
del lado de {np} {np} ya {p3}
en {place} {t1p} {np} con {nps}
para {np} es importante {np}
para {np} es {adj} {inf} {np}
tenemos una {n} en {place} el {date}
nos vemos el {dayname} a {time}
nos vemos la próxima semana
la próxima reunión es el {date} a {time}
la reunión de {place} es {when}
gracias a todos por {inf}
muchas gracias {name}
muchas gracias por {np}
buenos días {name}
buenas tardes {name} y {name}
buenas tardes a todos
buenos días a {nps}
hola {name} gracias por {inf} {np}
hasta {when}
fue una semana muy {adj}
fue un trabajo {adj}
qué {n} tan {adj}
qué {t3} con {np}
qué {p3} {np} en {np}
qué hacemos con {np}
cuándo {p3} {np}
cuándo podemos {inf} {np}
cuánto cuesta {np}
cuánto tiempo {p3} {np} para {inf} {np}
cuántos {nps} {p3p} {np}
cuántas {nps} hay en {np}
quién {p3} {np}
quién se encarga de {np}
dónde está {np}
cómo va {np}
cómo {p1p} {np} con {np}
por qué {np} no {p3} {np}
por qué {nps} {p3p} {np}
y ya {t3p} {np} con {nps}
ese {n} {p3} {np}
esa {n} {p3} {np}
eso {p3} {np}
esto no {p3} {np}
este mes {t1p} {num} {nps}
esta semana {t1p} {np}
la semana pasada {np} {t3} {np}
el mes pasado {nps} {t3p} {num} por ciento
el año pasado {np} costó {num} dólares
en el segundo mes {nps} {p3p} {np}
en dos semanas {f1p} {np}
a más tardar el {dayname} {f1p} {np}
antes de {inf} {np} {p1p} {np}
después de {np} {p1p} {np}
todavía no {p1p} {np}
ya {t1p} {np}
uno de ellos es {np}
uno de {nps} {t3} {np}
dos {nps} {adjp} {t3p} {np}
ningún {n} {t3} {np}
ninguna {n} {p3} {np}
el {n} no recibe {np}
el usuario no {p3} {np}
el cliente {t3} {np} y pidió {np}
la gente prefiere {inf} {np}
nadie {t3} {np}
todos {p3p} {np}
me preocupa {np}
me gusta {np}
me falta {inf} {np}
les {t1} {np} por correo
le {t1} a {name} {np}
te {p1} {np} {when}
nos queda {np}
lo {t1p} con {num} {nps}
la {t1p} en {place}
se queda igual {np}
se puede {inf} {np} con {np}
se quedan iguales {nps}
no puedo {inf} {np}
no podemos {inf} {np} sin {np}
no entiendo por qué {np} {p3}
no es {adj} {inf} {np}
puede ser que {np} {s3} {np}
es posible que {nps} {s3p} {np}
quizás {np} {p3} {np}
tal vez {f1p} {np} {when}
ojalá {np} {s3} {np}
prefiero {inf} {np} {when}
quiero {inf} {np} para {np}
queremos que {np} {s3} {np}
cuando {np} {s3} {np} {f1p} {np}
mientras {np} {p3} {np} {p1p} {np}
aunque {np} {s3} {adj} {p1p} {np}
{num} {unit}
{num} {nps} {adjp}
{np} de {place} tiene {np}
{name} {p3} {np} {when} y {name} {p3} {np}
{name} y {name} {p3p} {np}
{name} {t3} {np} en {place}
{name} va a {inf} {np} y yo {p1} {np}
{np} o {np}
{np} y {np} {p3p} {np}
{np} con {np} por {np}
{np} entre {num} y {num} {unit}
{np} hasta el {date}
{np} desde {np}
en {np} aparece {np}
aparece un mensaje en {np}
dice que {np} no existe
dice que no puede {inf} {np}
en qué puedo {inf}
qué {n} aparece en {np}
entiendo que {np} {p3} {np}
con mucho gusto
muy amable
que tenga un buen {n}
claro que sí
así es
un momento por favor
""".strip().splitlines()


class Speaker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.verb = None

    def noun(self):
        feminine = self.chance.random() < 0.5
        return self.chance.choice(FEM if feminine else MASC), feminine

    def adjective(self, feminine, many):
        if self.chance.random() < 0.5:
            word = self.chance.choice(lex.ADJECTIVES)
            return lex.plural(word) if many else word
        word = self.chance.choice(lex.ADJECTIVES_O)
        word = word[:-1] + "a" if feminine else word
        return word + "s" if many else word

    def thing(self, many=False, article=True, deep=True):
        noun, feminine = self.noun()
        many = many or (article and self.chance.random() < 0.25)
        words = [lex.plural(noun) if many else noun]
        roll = self.chance.random()
        if roll < 0.25:
            words.append(self.adjective(feminine, many))
        elif roll < 0.55 and deep:
            words += ["de", self.thing(deep=False, article=self.chance.random() < 0.7)]
        elif roll < 0.60 and deep:
            words += [self.chance.choice(("para", "con", "sin", "por", "en")), self.thing(deep=False)]
        if article:
            kinds = (("la", "una", "esa", "esta", "nuestra", "otra", "cada", "la nueva", "la primera"),
                     ("el", "un", "ese", "este", "nuestro", "otro", "cada", "el nuevo", "el primer"))
            several = (("las", "unas", "esas", "estas", "nuestras", "otras", "las", "las nuevas", "todas las"),
                       ("los", "unos", "esos", "estos", "nuestros", "otros", "los", "los nuevos", "todos los"))
            pick = self.chance.choices(range(9), (60, 12, 3, 3, 4, 2, 2, 3, 3))[0]
            words.insert(0, (several if many else kinds)[0 if feminine else 1][pick])
        return " ".join(words)

    def things(self):
        text = self.thing(many=True)
        return text if self.chance.random() < 0.6 else " ".join(text.split()[1:])

    def number(self):
        top = self.chance.choice((10, 10, 10, 20, 31, 100, 1000, 10000))
        return lex.number(self.chance.randrange(2, top))

    def date(self):
        day = lex.number(self.chance.randrange(1, 32)) if self.chance.random() < 0.95 else "primero"
        text = f"{day} de {self.chance.choice(lex.MONTHS)}"
        return f"{self.chance.choice(lex.DAYS)} {text}" if self.chance.random() < 0.4 else text

    def time(self):
        hour = "la una" if self.chance.random() < 0.08 else "las " + self.chance.choice(lex.HOURS)
        part = self.chance.choice(("", "", " y media", " y cuarto", " en punto"))
        return hour + part + self.chance.choice(("", " de la mañana", " de la tarde", " de la noche"))

    def when(self):
        day = self.chance.choice(lex.DAYS)
        return self.chance.choice((
            "hoy", "mañana", "ayer", "esta semana", "este mes", "ahora", "hoy mismo", "pasado mañana", f"el {day}", f"el {day}", f"antes del {day}",
            f"para el {day}", f"a más tardar el {day}", f"el próximo {day}", "la próxima semana", "el próximo mes", f"el {self.date()}",
            f"antes del {self.date()}", f"para el {self.date()}", f"a {self.time()}", f"antes de {self.time()}", "antes del fin de semana",
            f"en {self.number()} {self.unit()}", "para la próxima reunión", "en la próxima reunión", "este año", "el año completo", "al final del día",
            f"el {day} a {self.time()}", "en la tarde", "por la mañana", ""))

    def unit(self):
        return self.chance.choice("días semanas meses años horas minutos segundos dólares pesos personas gigabytes".split())

    def slot(self, match):
        kind = match.group(1)
        simple = {
            "np": self.thing, "nps": self.things, "n": lambda: self.thing(article=False, deep=False), "num": self.number, "date": self.date,
            "time": self.time, "when": self.when, "unit": self.unit, "open": lambda: self.chance.choice(OPENERS),
            "name": lambda: self.chance.choice(lex.NAMES), "place": lambda: self.chance.choice(lex.PLACES),
            "dayname": lambda: self.chance.choice(lex.DAYS), "adj": lambda: self.adjective(self.chance.random() < 0.5, False),
            "adjp": lambda: self.adjective(self.chance.random() < 0.5, True),
            "prep": lambda: self.chance.choice(("para", "con", "sin", "por", "en", "de", "sobre", "desde", "hasta", "contra")),
        }
        if kind in simple:
            return simple[kind]()
        return self.chance.choice(TRANSITIVE if self.chance.random() < 0.7 else lex.CONJUGATED)[kind]

    def sentence(self):
        text = re.sub(r"\{(\w+)\}", self.slot, self.chance.choice(TEMPLATES))
        text = re.sub(r"\b(de|a) el\b", lambda m: {"de": "del", "a": "al"}[m.group(1)], text)
        return " ".join(text.lower().split())


def sentences(count, seed):
    speaker = Speaker(seed)
    return [speaker.sentence() for _ in range(count)]
