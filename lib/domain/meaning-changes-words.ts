/**
 * Words that carry more meaning than their length, by what they mean. Small letters; a phrase has spaces. For pointing
 * out only, so a word of another language that is spelled alike does no harm.
 */

export type WordKind = 'NUMBER' | 'UNIT' | 'DATE' | 'NEGATION' | 'MODALITY' | 'QUANTIFIER'
/** What a difference may bear on: a word of the lists, a name, or something that only a person can tell. */
export type MeaningKind = WordKind | 'NAME' | 'OTHER'

const WORDS: Readonly<Record<WordKind, readonly string[]>> = {
  NUMBER: [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions',
    'dozen dozens once twice thrice double doubled triple tripled first second third fourth fifth sixth seventh eighth ninth tenth',
    'bn mn tn mio mrd mld tsd',
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden billion billionen dutzend doppelt dreifach',
    'zéro deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent mille million millions milliard milliards billion douzaine',
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones billón docena',
    'due tre quattro cinque sei sette otto nove dieci cento mila milione milioni miliardo miliardi',
    'один два три четыре пять шесть семь восемь девять десять сто тысяча тысяч тысячи миллион миллионов миллиона миллиард миллиардов миллиарда',
    'واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة مائة ألف آلاف مليون ملايين مليار مليارات تريليون',
    'אחד שתיים שניים שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה מאה אלף אלפים מיליון מיליוני מיליארד מיליארדי טריליון',
    '一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 兆 लाख करोड़ हज़ार',
  ],
  UNIT: [
    '% ‰ $ € £ ¥ ₹ ₽ ₪ ₩ ₺ ° °c °f',
    'percent per_cent percentage_point percentage_points point points pp bps',
    'euro euros dollar dollars pound pounds cent cents penny pence yen yuan rupee rupees rouble roubles ruble rubles shekel shekels franc francs peso pesos krona kronor krone kroner zloty lira dirham dinar riyal tenge eur usd gbp jpy cny chf rub ils kzt',
    'mm cm m km km² m² m³ kilometre kilometres kilometer kilometers metre metres meter meters mile miles yard yards foot feet inch inches ft mi km/h kph mph kmh hectare hectares acre acres ha',
    'mg g kg kilo kilos gram grams gramme grammes kilogram kilograms tonne tonnes ton tons lb lbs oz ounce ounces',
    'ml cl l litre litres liter liters gallon gallons barrel barrels',
    'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries quarter quarters ms',
    'w kw mw gw tw wh kwh mwh gwh twh watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts joule joules kcal v volt volts hz mhz ghz',
    'kb mb gb tb celsius fahrenheit kelvin degree degrees ppm ppb',
    'prozent prozentpunkt prozentpunkte pfund rubel kilometer meter meile meilen kilogramm gramm tonnen liter hektar sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt jahrhundert grad',
    'pour_cent livre livres mètre mètres kilomètre kilomètres tonne litre heure heures jour jours semaine semaines mois an ans année années décennie siècle degrés',
    'por_ciento libra libras metro metros kilómetro kilómetros tonelada toneladas litro litros segundo hora horas día días semana semanas mes meses año años década siglo grados per_cento',
    'процент процента процентов рубль рубля рублей долларов км м кг тонн литров час часов день дней неделя недель месяц месяцев год года лет',
    'بالمئة بالمائة دولار دولارا يورو جنيه دينار ريال درهم متر كيلومتر كيلومترا كيلوغرام طن لتر ساعة ساعات يوم أيام أسبوع أسابيع شهر أشهر سنة سنوات عام أعوام درجة',
    'אחוז אחוזים שקל שקלים דולר דולרים יורו אירו מטר מטרים קילומטר קילומטרים קילוגרם טון ליטר שעה שעות יום ימים שבוע שבועות חודש חודשים שנה שנים מעלות',
    '元 美元 欧元 公里 千米 米 公斤 吨 円 ドル प्रतिशत रुपये',
  ],
  DATE: [
    'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun',
    'yesterday today tomorrow tonight spring summer autumn winter midnight noon bc ad bce ce am pm a.m p.m ago',
    'januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche hier demain',
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana',
    'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье вчера сегодня завтра',
    'يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس اليوم غدا غداً',
    'ינואר בינואר פברואר בפברואר מרץ במרץ אפריל באפריל מאי במאי יוני ביוני יולי ביולי אוגוסט באוגוסט ספטמבר בספטמבר אוקטובר באוקטובר נובמבר בנובמבר דצמבר בדצמבר אתמול היום מחר',
    '年 月 日 昨天 今天 明天 去年 今年 明年 昨日 今日 明日',
  ],
  NEGATION: [
    'not no never none nor neither nobody nothing nowhere without cannot cant wont dont doesnt didnt isnt wasnt arent werent hasnt havent hadnt wouldnt couldnt shouldnt hardly barely scarcely no_longer',
    'false untrue wrong incorrect denied denies deny denying refuted refutes refute rejected rejects reject failed fails fail lacks lack',
    'nicht nichts nie niemals nein kein keine keinen keinem keiner keines niemand nirgends ohne weder falsch unwahr unrichtig bestreitet bestritt bestritten dementiert dementierte kaum',
    'ne pas jamais aucun aucune rien personne non ni sans nulle guère faux fausse dément démenti nie nié',
    'nunca jamás nada nadie ningún ninguno ninguna tampoco sin falso falsa niega negó desmiente desmintió',
    'nessun nessuno nessuna mai niente nulla senza smentisce nega não nem nunca sem',
    'не нет ни никогда никто ничего никакой нельзя без неверно неправда ложь отрицает отрицал опроверг',
    'لا لم لن ليس ليست ليسوا ما غير دون بدون نفى ينفي تنفي كاذب خاطئ كذب أبدا أبداً أي_منهم',
    'לא אין אינו אינה אינם איננו אל בלי ללא מעולם לעולם שקר שקרי מכחיש הכחיש הכחישה בלתי',
    '不 没 沒 没有 沒有 未 非 无 無 否 否认 ない ません नहीं न मत ไม่ ไม่ได้ 않 안 아니 değil yok nie ikke inte',
  ],
  MODALITY: [
    'may might could can would should must shall will ought need needs',
    'possibly perhaps maybe probably likely unlikely apparently seemingly reportedly allegedly supposedly purportedly presumably potentially certainly definitely surely clearly undoubtedly almost nearly about around roughly approximately some_say',
    'claims claimed claim alleges alleged allege suggests suggested suggest expected expects plans planned intends intended believed believes thinks thought hopes promised promises',
    'if unless whether only',
    'kann könnte können könnten konnte muss müssen müsste soll sollen sollte sollten darf dürfen dürfte will wollen wird werden würde möglicherweise vielleicht wahrscheinlich vermutlich angeblich mutmaßlich offenbar anscheinend wohl sicher bestimmt etwa ungefähr fast wenn falls nur',
    'peut peuvent pourrait pourraient doit doivent devrait devraient sera seront serait auront aurait peut-être probablement vraisemblablement apparemment prétendument certainement environ presque si selon seulement',
    'puede pueden podría podrían debe deben debería será serán sería quizá quizás tal_vez probablemente posiblemente supuestamente presuntamente aparentemente seguramente unos casi sólo solo',
    'può potrebbe deve dovrebbe forse probabilmente presumibilmente pode poderia deve talvez',
    'может могут мог возможно вероятно наверное якобы должен должна должны будет будут бы если только почти около',
    'قد ربما يمكن يجب ينبغي سوف يزعم زعم مزعوم محتمل يحتمل لعل إذا لو فقط تقريبا تقريباً حوالي',
    'אולי עשוי עשויה עלול עלולה יכול יכולה חייב חייבת צריך צריכה ייתכן כנראה לכאורה לטענת בערך כמעט אם רק יהיה תהיה',
    '可能 也许 必须 应该 将 会 据说 据报道 大约 约 अगर शायद かもしれない อาจ ต้อง',
  ],
  QUANTIFIER: [
    'all some any every each most many much more less few fewer several both half quarter majority minority whole entire part least always often usually sometimes rarely seldom mostly mainly largely partly everyone everybody everything somebody someone something anyone only_some each_of',
    'alle allen aller alles einige einigen manche mancher viele vielen wenige wenigen mehr weniger meisten jeder jede jedes jeden sämtliche beide hälfte mehrheit minderheit ganz ganze teil teils immer oft manchmal selten meistens',
    'tous toutes tout toute quelques certains certaines plusieurs beaucoup peu plus moins chaque plupart moitié majorité minorité toujours souvent parfois rarement',
    'todos todas todo toda algunos algunas algún alguna muchos muchas pocos pocas más menos cada mayoría minoría mitad varios varias siempre menudo veces',
    'tutti tutte alcuni alcune molti pochi ogni metà maggioranza sempre spesso muitos poucos alguns',
    'все всех всё некоторые многие мало много больше меньше каждый каждая большинство меньшинство половина всегда часто иногда редко',
    'كل جميع بعض معظم أغلب كثير قليل أكثر أقل نصف غالبية أغلبية دائما دائماً غالبا أحيانا نادرا',
    'כל כולם חלק רוב רבים מעט הרבה יותר פחות חצי מחצית מיעוט תמיד לפעמים לעתים',
    '所有 全部 一些 有些 大多数 多数 少数 每 半 都 总是 经常 有时 सभी कुछ अधिकांश ทุก บาง',
  ],
}

/** Weaker kinds first, so that a word of two lists is what weighs more: "second" is a number, "mai" a month. */
const ORDER: readonly WordKind[] = ['MODALITY', 'QUANTIFIER', 'NEGATION', 'UNIT', 'NUMBER', 'DATE']

const KINDS: ReadonlyMap<string, WordKind> = new Map(
  ORDER.flatMap(kind =>
    WORDS[kind].flatMap(line => line.split(' ').map(word => [word.replaceAll('_', ' '), kind] as const)),
  ),
)

/** The longest entry without spaces between its words, for scripts that have none. UTF-16 code units. */
export const LONGEST_UNSPACED = 6

/** What a word or a phrase means in any of the languages, or undefined. Expects small letters and ' as the apostrophe. */
export function kindOfWord(word: string): WordKind | undefined {
  return KINDS.get(word)
}
