"""Words of Spanish meetings: names, days, numbers, nouns, adjectives, and verbs with their forms. Written for Kipu."""

NAMES = """Ana Luis Marta Carlos Sofía Pedro Lucía Jorge Elena Miguel Laura Andrés Paula Diego Carmen Javier Rosa Pablo Isabel
Ricardo Natalia Fernando Gabriela Alberto Daniela Roberto Valentina Sergio Mariana Eduardo Camila Raúl Patricia Tomás Verónica
Felipe Claudia Manuel Beatriz Ignacio Julia Hugo Adriana Óscar Silvia Martín Teresa Iván Lorena Gustavo""".split()

PLACES = """Bogotá Medellín Lima Quito México Madrid Barcelona Santiago Caracas Cali Cartagena Sevilla Valencia Rosario Córdoba
Arequipa Guayaquil Monterrey Guadalajara Montevideo Panamá Londres París Berlín Miami Chile Colombia Perú Argentina España
Uruguay Paraguay Bolivia Ecuador Guatemala Brasil""".split()

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
HOURS = "dos tres cuatro cinco seis siete ocho nueve diez once doce".split()

UNITS = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve""".split()
TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
HUNDREDS = "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()


def number(n):
    if n < 30:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10 - 3] + (" y " + UNITS[n % 10] if n % 10 else "")
    if n < 1000:
        if n == 100:
            return "cien"
        return ("ciento" if n < 200 else HUNDREDS[n // 100 - 1]) + (" " + number(n % 100) if n % 100 else "")
    return ("" if n < 2000 else number(n // 1000) + " ") + "mil" + (" " + number(n % 1000) if n % 1000 else "")


# Things that meetings are about: masculine and feminine, each with its plural (by rule).
MASCULINE = """año día lado cálculo modo tipo mundo hombre hijo amigo camino cuerpo campo gobierno color papel lunes español inglés francés
acceso acuerdo administrador ajuste alcance almacenamiento anuncio análisis apartado aprendizaje archivo
asunto
audio aumento aviso balance banco beneficio borrador botón calendario cambio canal cargo caso centro certificado cierre cliente
código comentario comité compromiso computador concurso contacto contenido contrato control correo costo crecimiento crédito
cronograma cuaderno curso dato defecto departamento desarrollo descuento detalle diagrama dinero director diseño disco dispositivo
documento dueño ejemplo empleado encargado ensayo envío equipo error escenario esfuerzo espacio estado estudio evento examen éxito
experto fabricante fallo festivo folleto fondo formato formulario foro gasto gerente gigabyte gráfico grupo hallazgo horario hospital
idioma impuesto incidente indicador índice informe ingeniero ingreso inventario invitado jefe juego lanzamiento lector lenguaje límite
lote lugar manual margen mensaje mercado mes método micrófono minuto modelo módulo momento monto motivo navegador negocio nivel
nombre número objetivo obstáculo orden pago país panel paquete pedido permiso piloto plan plazo portal precio premio presupuesto
problema procedimiento proceso producto profesor programa pronóstico proveedor proyecto punto ramo recibo recurso registro reloj
reporte requisito respaldo resultado resumen retraso riesgo salario segundo seguro semestre seguimiento sensor servicio servidor
siglo sistema sitio socio software soporte taller tamaño teclado teléfono tema tiempo título trabajo tráfico tramo transporte trimestre
turno usuario valor vendedor viaje video volumen vuelo""".split()

FEMININE = """cosa casa gente verdad manera mujer mano hija amiga tierra agua historia cultura salud mitad planilla
actividad acción actualización agenda agencia alarma alianza alternativa antena aplicación aprobación área asistencia
auditoría ausencia ayuda base batería búsqueda calidad calle campaña cantidad capacidad capacitación carga carpeta carta causa
cámara cifra ciudad cláusula clave clínica cobertura cola columna comisión compañía compra computadora comunicación conclusión
conexión confianza configuración conferencia consulta contabilidad contraseña conversación copia corrección cuenta cuota culpa
decisión definición demanda demora dependencia descarga deuda diferencia dirección dificultad distancia división duda edición empresa
encuesta energía entrega entrevista escuela estrategia estructura etapa etiqueta evaluación evidencia experiencia exportación
factura falla familia fase fecha feria figura firma flota forma fotografía fuente función garantía gestión grabación gráfica
guía herramienta hoja hora idea imagen impresora industria información infraestructura ingeniería iniciativa innovación instalación
integración investigación invitación jornada letra ley licencia línea lista llamada llave luz máquina marca mayoría medida
mejora memoria mesa meta migración minoría moneda muestra necesidad negociación noche norma nota noticia notificación nube
oferta oficina operación opción oportunidad organización página palabra pantalla parte pausa pérdida persona planta plataforma
póliza pregunta prensa presentación prioridad producción promoción propuesta prueba publicación puerta queja razón reacción red
reducción referencia región regla relación rentabilidad reserva respuesta restricción reunión revisión revista ruta sala salida
sección sede seguridad semana señal sesión situación solicitud solución subida sucursal suscripción tabla tarde tarea tarifa
tarjeta tasa tecnología tendencia tienda traducción transcripción transferencia unidad universidad variable vacante venta ventaja
ventana versión vez vida videollamada visita vista voz zona""".split()

# Adjectives in -o/-a, and those with one form for both.
ADJECTIVES_O = """abierto activo adecuado alto amplio antiguo automático bajo básico bueno caro cercano cerrado claro completo complicado
concreto conocido correcto corto costoso crítico definitivo delicado diario directo distinto duro económico efectivo
electrónico específico estratégico estrecho exacto externo extraño físico futuro gratuito histórico interno largo lento
listo lleno lógico malo masivo máximo médico medio mínimo moderno necesario negativo nuevo numérico objetivo ocupado
oscuro pasado pequeño periódico pesado positivo práctico preciso preparado previo primero privado productivo próximo
público rápido raro rico satisfecho seco seguro segundo sencillo serio sólido suelto técnico tercero último único vacío
válido valioso viejo vivo cuarto quinto""".split()
ADJECTIVES = """real anual mensual semanal general especial final formal global ideal igual inicial legal local manual mundial móvil nacional normal
oficial original personal principal profesional regional social total virtual digital comercial fiscal fundamental internacional
amable breve constante disponible diferente eficiente enorme estable excelente fácil flexible frecuente fuerte grande grave importante
interesante posible pendiente reciente responsable sensible siguiente simple suficiente urgente visible difícil útil mejor peor mayor
menor gratis""".split()

ADVERBS = """hoy mañana ayer ahora luego después antes siempre nunca todavía ya casi bien mal mejor peor más menos muy mucho poco bastante
demasiado también tampoco además entonces así aquí allí cerca lejos pronto tarde temprano sólo solo solamente quizás tal vez
rápidamente claramente directamente finalmente normalmente seguramente exactamente prácticamente realmente actualmente""".split()

FUNCTION = """a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras y e o u ni pero sino
porque pues aunque cuando como donde mientras si que qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas
el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella eso esto aquello mi mis tu tus su sus nuestro
nuestra nuestros nuestras yo tú él ella nosotros ellos ellas usted ustedes me te se le les nos mí sí no cada todo toda todos todas
otro otra otros otras mismo misma mismos mismas algún alguna algunos algunas ningún ninguna nada nadie algo alguien varios varias
ambos ambas cualquier mucho mucha muchos muchas poco poca pocos pocas tanto tanta tantos tantas gracias favor gusto buenos buenas
días tardes noches hola adiós kipu ojalá ojo cierto fin tan perfecto vale claro acuerdo okay media cuarto punto primer tercer gran buen mal san
quinientas trescientas doscientas mil millón millones dólares pesos euros ciento lunes veintiún""".split()

# Verbs: infinitive, and the vowel change of its stressed stem where it has one.
VERBS = """abrir acabar aceptar acordar:ue activar actualizar adjuntar administrar afectar agendar agradecer:zc agregar ahorrar ajustar
alcanzar almacenar ampliar analizar anotar anunciar aparecer:zc aplazar aplicar apoyar aprender aprobar:ue aprovechar archivar arreglar
asegurar asignar asistir aumentar autorizar avanzar avisar ayudar bajar bloquear borrar buscar calcular cambiar cancelar cargar causar
cerrar:ie citar cobrar colaborar comenzar:ie comentar comparar compartir completar comprar comprobar:ue comunicar conectar confiar
confirmar conocer:zc conseguir:i considerar consultar contar:ue contestar continuar contratar controlar conversar convocar coordinar
copiar corregir:i costar:ue crear crecer:zc creer cubrir cumplir deber decidir definir dejar demorar depender desarrollar descargar
descubrir desear detectar determinar dibujar diseñar distribuir dividir documentar durar editar ejecutar elegir:i eliminar empezar:ie
encargar encontrar:ue entender:ie entrar entregar entrevistar enviar escalar escribir escuchar esperar estimar estudiar evaluar evitar
existir explicar exportar fallar faltar felicitar filtrar firmar formar funcionar ganar gastar generar gestionar grabar guardar
gustar hablar habilitar identificar importar imprimir incluir informar iniciar instalar integrar intentar invertir:ie investigar
invitar lanzar leer limitar limpiar llamar llegar llenar llevar lograr mandar manejar mantener marcar medir:i mejorar mencionar migrar
mirar montar mostrar:ue mover:ue necesitar negociar notar notificar ocurrir ofrecer:zc olvidar operar ordenar organizar pagar parecer:zc
participar pasar pedir:i pensar:ie perder:ie permitir planear planificar preferir:ie preguntar preocupar preparar presentar
prestar priorizar probar:ue proceder procesar producir programar prometer proponer proteger publicar quedar quejar quitar realizar
rechazar recibir reclamar recoger recomendar:ie recordar:ue recuperar reducir reemplazar registrar regresar renovar:ue reparar repartir
repasar repetir:i reportar requerir:ie reservar resolver:ue responder restaurar retirar retrasar reunir revisar sacar seleccionar
señalar separar significar simplificar sincronizar solicitar solucionar subir sufrir sugerir:ie sumar superar suspender tardar
terminar tocar tomar trabajar traducir transcribir transferir:ie tratar unir usar utilizar validar vender verificar viajar vigilar
visitar votar""".split()

IRREGULAR = """soy eres es somos son era eras éramos eran fui fue fuimos fueron será serán seremos sea sean sería serían sido siendo ser
estoy está estamos están estaba estaban estuvo estuvimos estuvieron estará estarán esté estén estaría estado estando estar
tengo tienes tiene tenemos tienen tenía teníamos tenían tuvo tuve tuvimos tuvieron tendré tendrá tendremos tendrán tenga tengan tengamos
tendría tenido teniendo tener mantiene mantienen mantuvo
hago haces hace hacemos hacen hacía hacían hizo hice hicimos hicieron haré hará haremos harán haga hagan hagamos haría hecho haciendo hacer
hagámoslo voy vas va vamos van iba íbamos iban iré irá iremos irán vaya vayan ido yendo ir
digo dices dice decimos dicen decía decían dijo dije dijimos dijeron diré dirá dirán diga digan dicho diciendo decir decirle
puedo puedes puede podemos pueden podía podían pudo pude pudimos pudieron podré podrá podremos podrán pueda puedan podamos podría
podríamos podrían podido poder
quiero quieres quiere queremos quieren quería querían quiso quise quisieron querrá quiera quieran quisiera querido querer
pongo pones pone ponemos ponen ponía puso puse pusimos pusieron pondré pondrá pondremos pondrán ponga pongan puesto poniendo poner
propongo propone proponemos proponen propuso propuse propusieron proponga propuesto
vengo vienes viene venimos vienen venía vino vine vinieron vendrá vendrán venga vengan venido viniendo venir
traigo traes trae traemos traen traía trajo traje trajimos trajeron traeré traerá traerán traiga traigan traído trayendo traer
sé sabes sabe sabemos saben sabía sabían supo supe supimos supieron sabré sabrá sabrán sepa sepan sabido saber
veo ves ve vemos ven veía veían vio vi vimos vieron veré verá veremos verán vea vean visto viendo ver vernos
doy das da damos dan daba daban dio di dimos dieron daré dará daremos darán dé den dado dando dar darle darles
he has ha hemos han había habían hubo habrá habrán haya hayan habría habido habiendo haber hay
salgo sale salimos salen salía salían salió salieron saldrá saldrán salga salgan salido saliendo salir
sigo sigue seguimos siguen seguía seguían siguió siguieron seguirá seguiremos seguirán siga sigan seguido siguiendo seguir
incluye incluyen incluyó incluido oigo oye oyen oímos oyó caigo cae caen cayó creyó leyó leyeron cayeron escrito abierto roto vuelto
vuelve vuelven volvemos volvió volvieron volverá volver volviendo vuelva cubierto descubierto resuelto impreso muerto
traduzco traduce tradujo reduzco reduce redujo redujeron produce produjo
encargo encárgate encargue revísalo envíalo mándame envíame dime dinos déjame cuéntame
corregirlo terminarlo hacerlo revisarlo enviarlo probarlo publicarlo mandarlo explicarlo cambiarlo resolverlo prepararlo verlo verla
enviarla revisarla hacerla terminarla prepararla ayudarle ayudarles enviarles enviarle llamarle llamarlos preguntarle conectarse
sumarse quedarse reunirse reunirnos encargarme encargarse ocuparme ocuparse""".split()


def plural(word):
    if word[-1] in "aeiouáéó":
        return word + "s"
    if word[-1] == "z":
        return word[:-1] + "ces"
    if word.endswith("ión"):
        return word[:-2] + "ones"
    if word[-1] in "s" and word != "mes" and word != "país" and word != "interés":
        return word
    for accented, plain in zip("áéíóú", "aeiou"):
        if word[-2] == accented:
            return word[:-2] + plain + word[-1] + "es" if word != "país" else "países"
    return word + "es"


def soften(stem, ending):
    """Spelling before e where the sound stays: buscar, busqué; pagar, pagué; empezar, empecé."""
    if ending[0] in "eé":
        for hard, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(hard):
                return stem[:-1] + soft + ending
    return stem + ending


def harden(stem, ending):
    """Spelling before a and o where the sound stays: corregir, corrijo; seguir, sigo."""
    if ending[0] in "aoáó":
        if stem.endswith("gu"):
            return stem[:-1] + ending
        if stem.endswith("g"):
            return stem[:-1] + "j" + ending
    return stem + ending


def stressed(stem, change):
    if change in ("ie", "ue", "i"):
        vowel = {"ie": "e", "ue": "o", "i": "e"}[change]
        at = stem.rfind(vowel)
        if at >= 0:
            return stem[:at] + change + stem[at + 1:]
    return stem


def forms(entry):
    """Forms of one verb by name: inf, p1 p3 p1p p3p (present), t1 t3 t1p t3p (past), i3 i3p, f1 f3 f1p f3p, s3 s3p, part, ger, c3."""
    infinitive, _, change = entry.partition(":")
    stem, kind = infinitive[:-2], infinitive[-2:]
    strong = stressed(stem, change)
    weak = stressed(stem, "i") if change == "i" or (change == "ie" and kind == "ir") else stem
    f = {"inf": infinitive, "f1": infinitive + "é", "f3": infinitive + "á", "f1p": infinitive + "emos", "f3p": infinitive + "án",
         "c3": infinitive + "ía", "c1p": infinitive + "íamos"}
    if kind == "ar":
        if infinitive in ("enviar", "confiar", "ampliar"):
            strong = stem[:-1] + "í"
        if infinitive in ("evaluar", "continuar", "situar"):
            strong = stem[:-1] + "ú"
        f |= {"p1": strong + "o", "p2": strong + "as", "p3": strong + "a", "p1p": stem + "amos", "p3p": strong + "an", "t1": soften(stem, "é"), "t3": stem + "ó",
              "t1p": stem + "amos", "t3p": stem + "aron", "i3": stem + "aba", "i3p": stem + "aban", "i1p": stem + "ábamos",
              "s3": soften(strong, "e"), "s3p": soften(strong, "en"), "s1p": soften(stem, "emos"), "part": stem + "ado", "ger": stem + "ando"}
    else:
        first = stem[:-1] + "zco" if change == "zc" else harden(strong, "o")
        f |= {"p1": first, "p2": strong + "es", "p3": strong + "e", "p1p": stem + ("emos" if kind == "er" else "imos"), "p3p": strong + "en",
              "t1": stem + "í", "t3": weak + "ió", "t1p": stem + "imos", "t3p": weak + "ieron", "i3": stem + "ía", "i3p": stem + "ían",
              "i1p": stem + "íamos", "s3": first[:-1] + "a", "s3p": first[:-1] + "an", "s1p": harden(weak, "amos"),
              "part": stem + "ido", "ger": weak + "iendo"}
    return f


CONJUGATED = [forms(v) for v in VERBS]


def vocabulary():
    words = set()
    for group in (NAMES, PLACES):
        words.update(w.lower() for w in group)
    for group in (MONTHS, DAYS, HOURS, UNITS, TENS, HUNDREDS, ADVERBS, FUNCTION, IRREGULAR, ADJECTIVES):
        words.update(group)
    words.update(plural(a) for a in ADJECTIVES)
    for noun in MASCULINE + FEMININE:
        words.update((noun, plural(noun)))
    for a in ADJECTIVES_O:
        words.update((a, a[:-1] + "a", a + "s", a[:-1] + "as"))
    for f in CONJUGATED:
        words.update(f.values())
        words.update((f["inf"] + "lo", f["inf"] + "la", f["inf"] + "los", f["part"][:-1] + "a", f["part"] + "s", f["part"][:-1] + "as"))
    return {w.lower() for w in words}
