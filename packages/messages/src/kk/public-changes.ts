/** Copy of the page on what changed, and of the index by each method over time, in Kazakh. Part of `publicMessages`; see there. */

import type { changeMessages as English } from '../en/public-changes.ts'
import { list, number, recommendations, since } from './inflect.ts'

type Counts = Readonly<Partial<Record<string, number>>>
type Named = readonly (readonly [kind: string, word: string])[]

const levels: Named = [
  ['advanced', 'ілгеріледі'],
  ['regressed', 'нашарлады'],
  ['contrary', 'кері кете бастады'],
]

const others: Named = [
  ['newly-assessed', 'баға берілді'],
  ['refreshed', 'қайта бағаланды'],
  ['gone-stale', 'бағасы ескірді'],
  ['no-longer-assessed', 'енді бағасы жоқ'],
  ['added', 'қосылды'],
  ['withdrawn', 'енді есепке алынбайды'],
  ['moved', 'басқа салаға көшірілді'],
]

const name = (counts: Counts, words: Named) =>
  words.flatMap(([kind, word]) => {
    const n = counts[kind] ?? 0
    return n === 0 ? [] : [`${word} — ${number(n)}`]
  })

/** What is counted is said with each part: the verb stands at the end. */
const move = (counts: Counts) =>
  levels.flatMap(([kind, word]) => {
    const n = counts[kind] ?? 0
    return n === 0 ? [] : [`${recommendations(n)} ${word}`]
  })

const between = (from: string, to: string) => `${from} — ${to} аралығында`

export const changeMessages: typeof English = {
  changes: {
    page: 'өзгерістер',
    title: 'Өзгерістер',
    over: { effective: 'Өзгерістер · екі күннің арасында', recorded: 'Өзгерістер · тізілімде' },
    h1: (from, to, counts) => {
      const parts = move(counts)
      return parts.length === 0
        ? `${between(from, to)} бірде-бір ұсыныстың деңгейі өзгергені белгілі емес.`
        : `${between(from, to)} ${list(parts)}.`
    },
    h1Recorded: (day, from, to, n) =>
      n === 0
        ? `${between(from, to)} ${day} күнгі жағдай туралы мәлімет өзгерген жоқ.`
        : `${between(from, to)} ${day} күнгі жағдай туралы мәлімет өзгерді: ${recommendations(n)}.`,
    lead: (counts) => {
      const parts = name(counts, others)
      return parts.length === 0 ? '' : `Бұдан бөлек: ${list(parts)}.`
    },
    leadRecorded: (counts) => {
      const parts = name(counts, [...levels, ...others])
      return `Мұнда екі күн емес, бір күн туралы тізілімнің екі күйі салыстырылады${parts.length === 0 ? '' : `: ${list(parts)}`}.`
    },
    compare: 'Не салыстырылады',
    compareHelp: {
      effective: 'Бір сәттегі мәлімет бойынша екі күн.',
      recorded: 'Екі сәттегі мәлімет бойынша бір күн.',
    },
    from: 'Басталуы',
    to: 'аяқталуы',
    show: 'Салыстыру',
    pick: 'немесе оқиға күнінен',
    pickTo: 'оқиға күніне дейін',
    since: 'Дайын салыстырулар',
    sinceRound: (title, date) => `Соңғы диалог раундынан бері: ${title}, ${date}`,
    sinceMilestone: (title, date) => `Келісімнің соңғы кезеңінен бері: ${title}, ${date}`,
    sinceYear: (date) => `Өткен жылдың соңынан бері: ${date}`,
    other: 'Басқа уақыт шкаласы',
    toRecorded: 'Оның орнына екі сәттегі мәліметті салыстыру',
    toEffective: 'Оның орнына екі күнді салыстыру',
    recordedHint: (begins) =>
      `2026-11-24 түріндегі күн (оның соңы, UTC) немесе 2026-11-24T09:00:00Z түріндегі сәт. Тізілім ${since(begins)} жүргізіледі.`,
    asOf: 'қай күн туралы',
    known: (date) => `Мәлімет шегі: ${date}.`,
    knownNow: 'Қазіргі мәлімет бойынша.',
    knownReset: 'Осы уақытқа дейін енгізілгеннің бәрін есепке алу',
    index: 'Индекс өзгерісінің құрамы',
    indexHelp:
      'Әр жолда үстіңгі жолақ — жоғарғы шек, астыңғысы — төменгі шек. Әр жол алдыңғысы аяқталған жерден басталады. Тек деңгейлердің өзгеруі ғана ілгерілеу немесе одан айырылу болып саналады.',
    caption: (from, to, part) => {
      if (part !== null) return `Индекстің өзгерісі: ${from} → ${to}, көбі мына жол бойынша: ${part}.`
      return from === to ? `Индекс өзгерген жоқ: ${from}.` : `Индекстің өзгерісі: ${from} → ${to}.`
    },
    indexAt: (date, method) => `${date} күнгі индекс, әдіс: ${method}`,
    part: 'Құрамдас бөлік',
    axis: '0-ден 100-ге дейінгі индекс',
    low: 'Төменгі шек',
    high: 'Жоғарғы шек',
    parts: {
      method: 'есептеу тәсілі',
      composition: 'не есепке алынады',
      freshness: 'не белгілі',
      real: 'өзгерген деңгейлер',
    },
    partNotes: {
      method: 'Бірінші күні бір әдіс, екіншісінде басқасы.',
      composition: 'Қосылды, енді есепке алынбайды, басқа салаға көшірілді.',
      freshness: 'Алғаш бағаланды, бағасы ескірді, бағасы қайта өзекті болды.',
      real: 'Екі күні де деңгейі белгілі болған ұсыныстар бойынша.',
    },
    rounding:
      'Әр сан бөлек дөңгелектелген, сондықтан қосындысы шықпайтындай көрінеді. Дөңгелектемесе, соңғы цифрына дейін шығады: JSON алыңыз.',
    noIndex: 'Екі сәттің бірінде ештеңе есепке алынбаған: салыстыратын индекс жоқ.',
    items: 'Ұсыныстар',
    itemsHelp: 'Серіктес елге арналғаны: индекс соны есепке алады. Өзгермегені тізілмейді.',
    itemsNone: 'Ештеңе өзгерген жоқ.',
    itemsNoneFiltered: 'Өзгергендердің ешқайсысы іріктеуге сай емес.',
    kind: 'Өзгеріс',
    anyKind: 'Кез келген',
    kinds: {
      advanced: 'Ілгерілеген',
      regressed: 'Нашарлаған',
      contrary: 'Кері кете бастаған',
      'newly-assessed': 'Баға берілген',
      refreshed: 'Қайта бағаланған',
      'gone-stale': 'Бағасы ескірген',
      'no-longer-assessed': 'Енді бағасы жоқ',
      added: 'Қосылған',
      withdrawn: 'Енді есепке алынбайды',
      moved: 'Басқа салаға көшірілген',
    },
    kindHelp: {
      advanced: 'Деңгейі бұрынғыдан жоғары.',
      regressed: 'Деңгейі бұрынғыдан төмен.',
      contrary: 'Шаралар енді ұсынысқа қайшы келеді, бұрын қайшы келмеген.',
      'newly-assessed': 'Бағасы жоқ еді, енді деңгейі бар. Бұл ілгерілеу емес: белгілі болды.',
      refreshed: 'Бағасы ескірген еді, қайта өзекті болды немесе тағы да расталды.',
      'gone-stale': 'Бағасы қайта қарау мерзімінен ескі және белгісіз деп саналады.',
      'no-longer-assessed': 'Деңгейі бар еді; қазір күшіндегі бірде-бір бағада деңгей жоқ.',
      added: 'Берілген немесе қайта есепке алынған.',
      withdrawn: 'Алмастырылған, қайтарып алынған немесе қолданылмайды деп танылған.',
      moved: 'Басқа салада есепке алынады.',
    },
    group: (kind, n) => `${kind}: ${number(n)}`,
    recommendation: 'Ұсыныс',
    before: 'Бұрын',
    after: 'Кейін',
    at: (date) => `(${date})`,
    notInForce: 'күшінде емес',
    movedFrom: (area) => `бұрын: ${area}`,
    passed: 'Келісімнің өткен кезеңдері',
    passedHelp: 'Кезең күнгі күйіндегі міндетті шарттарымен.',
    passedNone: 'Осы аралықта бірде-бір кезең өткен жоқ.',
    gates: 'Ашылған немесе жабылған шарттар',
    gatesHelp:
      'Серіктес ел жағындағы міндетті шарттар. Ашылды: шарт енді орындалған, бұрын орындалмаған еді. Жабылды: бұрын орындалған еді, енді орындалмаған.',
    gatesNone: 'Бірде-біреуі ашылған да, жабылған да жоқ.',
    gatesLead: (opened, closed) => `Ашылды: ${number(opened)}, жабылды: ${number(closed)}.`,
    gatesMore: (shown, total) =>
      `Алғашқы ${number(shown)} көрсетілген, барлығы ${number(total)}; бәрі JSON файлында.`,
    opened: 'Ашылды',
    closed: 'Жабылды',
    milestone: 'Кезең',
    methodChanged: (from, to) =>
      `Бірінші күн ${from} әдісімен, екіншісі ${to} әдісімен есептелген. Ұсыныстың не болғанын екі күнде де ${to} әдісі айтады.`,
    filter: 'Іріктеу',
    beforeRecord: 'Екі сәттің біріншісінде тізілім әлі болмаған: бәрі қосылған деп саналады.',
    state: (from, to) => `${from} — ${to}`,
    see: 'Содан бері не өзгерді',
    seeArea: (area) => `«${area}» саласында не өзгерді`,
  },
  series: {
    title: 'Индекстің уақыт бойынша өзгеруі',
    help: 'Әр диалог раундында және әр жылдың соңында, бір тізілім бойынша әр әдіспен.',
    chart: (from, to) => `Индекс, ${from} — ${to}, әр әдіс бойынша`,
    description: (parts) => `${parts.join(' ')} Барлық сан төмендегі кестеде берілген.`,
    wentFrom: (method, from, to) => `${method} әдісі бойынша индекстің өзгерісі: ${from} → ${to}.`,
    region: 'График; тар экранда бүйірге қарай жылжиды',
    panel: (id, title) => `${id}: ${title}`,
    break: (id) => `${id} енгізілді; бұрынғысы кейін есептелген`,
    caption:
      'Сызықшаланған: төменгі және жоғарғы шектің арасы, шындық сонда. Тұтас сызық: төменгі шек, белгісіздің бәрі орындалмаған деп саналады. Шеңберлер: диалог раундтары. Үзік сызық: әдіс пайда болған күн. Екі белгінің арасындағы жолақ оларды тек қосып тұрады.',
    table: 'Соның өзі кесте түрінде',
    tableCaption: 'Әр әдіс бойынша индекстің уақыт бойынша өзгеруі',
    date: 'Күні',
    occasion: 'Оқиға',
    yearEnd: 'жыл соңы',
    shown: 'көрсетілген күн',
    index: (id) => `${id}: индекс`,
    coverage: (id) => `${id}: бағаланған`,
    none: 'Бұл күнге дейін серіктес елге бірде-бір ұсыныс берілмеген.',
    noIndex: 'қолданылатыны жоқ',
  },
  areaSeries: {
    page: 'салалар уақыт бойынша',
    title: 'Салалар уақыт бойынша',
    over: 'Салалар · әрқайсысының индексі уақыт бойынша',
    h1: (from, to, { rose = 0, fell = 0, open = 0 }) => {
      const all = number(rose + fell + open)
      if (rose + fell === 0)
        return `${from} — ${to}: барлық сала (${all}) бойынша индекстің өскені не төмендегені анық емес.`
      const parts = [
        ...(rose > 0 ? [`өскені — ${number(rose)}`] : []),
        ...(fell > 0 ? [`төмендегені — ${number(fell)}`] : []),
        ...(open > 0 ? [`анық емесі — ${number(open)}`] : []),
      ]
      return `${from} — ${to}: салалардың индексі бойынша ${parts.join(', ')}; барлығы — ${all}.`
    },
    lead: 'Өзгеріс бір күннің ең төмен ықтимал мәні екінші күннің ең жоғарғысынан асқанда ғана саналады.',
    none: 'Бұл күнге дейін серіктес елге бірде-бір ұсыныс берілмеген.',
    charts: 'Әр салаға бір график',
    chartsHelp:
      'Барлық графиктің осьтері бірдей. Сызықшаланған: төменгі және жоғарғы шектің арасы, шындық сонда. Тұтас сызық: төменгі шек. Төменде: қолданылатындардың қаншасы бағаланған; шеңберлер — диалог раундтары, үшбұрыштар — кезеңдер. Екі күннің арасындағы жолақ оларды тек қосып тұрады.',
    broken: (id, date) =>
      `Үзік сызық — ${date}: ${id} әдісі сол күннен бері бар, одан бұрынғы сандар кейін есептелген.`,
    whole: (id, date) =>
      `Барлық күн ${id} әдісімен есептелген (${date} күнінен бері бар): арасында үзіліс жоқ.`,
    wentFrom: (from, fromDay, to, toDay) => `Индекс: ${fromDay} — ${from}, ${toDay} — ${to}.`,
    moves: { rose: 'Өсті', fell: 'Төмендеді', open: 'Анық емес' },
    never: 'Бұл күндердің ешқайсысында қолданылатын ұсыным болған жоқ.',
    point: (date, index, assessed) => `${date}: ${index}, бағаланғаны ${assessed}`,
    assessed: 'Бағаланған',
    asPicture: 'сурет түрінде',
    table: 'Соның өзі кесте түрінде',
    tableHelp: 'Индекс және қолданылатындардың қаншасы бағаланған.',
    tableCaption: 'Әр саланың индексі уақыт бойынша',
    link: 'Әр сала уақыт бойынша',
  },
  methods: {
    by: (id) => `Бұл көрсеткіштер ${id} әдісімен есептелген.`,
    other: (id) => `Оның орнына ${id} әдісімен есептеу`,
    table: 'Сол күн әр әдіс бойынша',
    caption: 'Бір күнгі индекс пен қамту, әр әдіс бойынша',
    method: 'Әдіс',
    here: 'осы көрсеткіштер',
    help: 'Әдіс ешқашан өзгермейді. Сол тізілім туралы басқасының айтқаны қатар тұрады.',
  },
}
