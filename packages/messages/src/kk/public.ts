/** Page copy of the public face, in Kazakh. The contract is the type of the English copy; see there. */

import type { PublicMessages } from '../en/public.ts'
import { asOf, number, on, recommendations, since } from './inflect.ts'
import { changeMessages } from './public-changes.ts'
import { editionMessages } from './public-edition.ts'
import { recordMessages } from './public-record.ts'
import { scaleMessages } from './public-scales.ts'
import { timeMessages } from './public-time.ts'
import { sitePages } from './site-pages.ts'

export const publicMessages: PublicMessages = {
  brand: 'Waymark',
  language: 'Тіл',
  independent: 'Тәуелсіз тізілім. Еуропалық Одақтың немесе қандай да бір үкіметтің сайты емес.',
  nav: {
    label: 'Дерекнама',
    scorecard: 'Жиынтық баға',
    recommendations: 'Ұсыныстар',
    linkage: 'Байланыстар',
    leverage: 'Ықпал ету тетіктері',
    consistency: 'ЕО дәйектілігі',
    milestones: 'Кезеңдер',
    timeline: 'Уақыт сызығы',
    changes: 'Өзгерістер',
    cases: 'Істер',
    rounds: 'Раундтар',
    sources: 'Дереккөздер',
    method: 'Әдіс',
    editions: 'Шығарылымдар',
  },
  noteTitle: 'Осы дерекнама туралы',
  date: {
    title: 'Күн және тізілімнің күйі',
    asOf: 'Жай-күйді көрсететін күн',
    show: 'Көрсету',
    pick: 'немесе оқиға болған күн',
    go: 'Өту',
    today: (date) => `Бүгін, ${date}`,
    chosen: (date) => `${date}, көрсетілген күн`,
    moment: (date, title) => `${date}: ${title}`,
    knownNow: 'Осы уақытқа дейін енгізілгеннің бәрі · мәлімет шегін өзгерту',
    knownThen: (date) => `Мәлімет шегі: ${date} · мәлімет шегін өзгерту`,
    knownAt: 'Тізілімге осы сәтке дейін енгізілгенді ғана көрсету',
    knownHint:
      '2026-11-24 түріндегі күн (оның соңы, UTC) немесе 2026-11-24T09:00:00Z түріндегі сәт. Кейін енгізілгені есепке алынбайды. Осы уақытқа дейін енгізілгеннің бәрін көру үшін бос қалдырыңыз.',
    knownReset: 'Осы уақытқа дейін енгізілгеннің бәрін көрсету',
    rail: 'Уақыт сызығындағы диалог раундтары мен кезеңдер',
    round: 'диалог раунды',
    milestone: 'кезең',
    hint: 'Әр белгі сол күнгі жай-күйге апарады.',
    begins: (date) => `Тізілім ${since(date)} жүргізіледі.`,
  },
  before: {
    title: (date) => `${date} күні тізілімде ештеңе болған жоқ.`,
    text: (begins) =>
      `Тізілім ${since(begins)} жүргізіледі. Одан бұрынғы күндер туралы мәлімет сол уақыттан бері енгізілген, сондықтан мәлімет шегі ертерек болса, ештеңе көрсетілмейді: нөл емес, жазба жоқ.`,
    link: 'Бұл бетті осы уақытқа дейін енгізілгеннің бәрімен көрсету',
  },
  translated: {
    marker: 'аударма',
    outdated: 'аударма, ескірген',
    title: 'Түпнұсқалар',
    help: 'Бұл мәтіндер бетте аударма түрінде берілген. Түпнұсқада айтылғаны негізге алынады.',
    since: (date: string) => `Аударма ескірген: түпнұсқа ${on(date)} өзгертілген.`,
  },
  footer: {
    read: 'Бұл бетті қалай оқу керек',
    shows: 'Көрсетілгені',
    showsWorld: (date) => `${date} күнгі жағдай`,
    known: 'Мәлімет шегі',
    knownCutoff: (instant) => `${instant} (тізілім бойынша)`,
    method: 'Әдіс',
    scale: 'Шкала',
    cite: 'Осы бетке сілтеме жасау',
    citation: (title, page, state, record, method) =>
      `Waymark, «${title}: ${page}», жай-күй: ${state}, тізілім: ${record}, әдіс: ${method}.`,
    permalink: 'Дәл осы көрініске сілтеме',
    data: 'Деректерді алу',
    csv: 'UTF-8, әр жазбаға бір жол',
    xlsx: 'электрондық кестеге арналған нұсқасы, түсіндірме парағы бар',
    json: 'толық дәлдікпен',
  },
  marking: {
    implied: 'тұжырымдалған',
    paraphrase: 'мазмұндама',
    impliedLong:
      'Тұжырымдалған: дереккөзде айтылған алаңдаушылықты редакция осылай түсінеді; талап дәл осы сөздермен айтылмаған.',
    paraphraseLong: 'Мазмұндама: бастапқы мәтін емес, редакцияның сөздері.',
  },
  dossiers: {
    title: 'Дерекнамалар',
    h1: 'Не сұралды, не істелді және бұған не байланысты болды.',
    lead: 'Адам құқықтары жөніндегі ұсыныстар, оларды талқылайтын диалог және олармен байланысты келісім: кез келген күнге арналған бірыңғай тізілім.',
    count: recommendations,
    none: 'Ашық дерекнама әзірге жоқ.',
  },
  scorecard: {
    page: 'жиынтық баға',
    title: 'Жиынтық баға',
    over: (past) =>
      `Жиынтық баға · серіктес елден не сұралды және ${past ? 'сол күнге дейін одан не шықты' : 'одан не шықты'}`,
    areas: 'Салалар бойынша',
    areasHelp:
      'Бір шаршы — бір ұсыныс. Сызықтың сол жағында: оған қайшы шаралар. Оң жағында: бояудың биіктігі орындалу деңгейін көрсетеді. Сызықшаланған: белгісіз. Индекс белгісізді алдымен орындалмаған, содан кейін орындалған деп есептейді; шындық екі белгінің арасында.',
    caption: 'Ұсыныстардың салалар бойынша жай-күйі',
    area: 'Сала',
    standing: 'Жай-күй, бір шаршы — бір ұсыныс',
    assessed: 'Бағаланған',
    index: 'Индекс',
    direction: 'Өзгеріс бағыты',
    directionSince: (date) => since(date).replace(/ бастап$/, ' бері'),
    notApplicable: 'қолданылатыны жоқ',
    indexLabel: (low, high) =>
      low === high ? `Индекс: 100 балдан ${low}` : `Индекс: 100 балдан ${low}–${high} аралығында`,
    coverage: (assessed, applicable) => `${number(assessed)} / ${number(applicable)}`,
    all: (n) => (n === 1 ? 'Жалғыз сала' : `Барлығы ${number(n)} сала`),
    overall: {
      'mean-of-areas': (pooled) => `салалардың орташасы; ұсыныстардың орташасы — ${pooled}`,
      'mean-of-items': () => 'саласына қарамай, ұсыныстардың орташасы',
    },
    outside: (n) => `${recommendations(n)} қолданылмайды және есепке алынбайды.`,
    sinceRound: (title, date) => `Өзгеріс бағыты алдыңғы диалог раундымен салыстырылған: ${title}, ${date}.`,
    noRound: 'Салыстыратын бұрынғы диалог раунды жоқ.',
    nothing: 'салыстыратын ештеңе жоқ',
    advanced: (n) => `ілгеріледі: ${number(n)}`,
    regressed: (n) => `нашарлады: ${number(n)}`,
    first: (n) => `алғашқы баға: ${number(n)}`,
    unchanged: (n) => `өзгеріссіз: ${number(n)}`,
    ahead: (past) => (past ? 'ЕО әлі нені талап ете алатын еді' : 'ЕО әлі нені талап ете алады'),
    aheadHelp: (past) =>
      past
        ? 'Ол кезде алда тұрған кезеңдер және олармен байланысты шарттар. Кезең жабық күйде қалуы үшін бір орындалмаған шарт жеткілікті.'
        : 'Алда тұрған кезеңдер және олармен байланысты шарттар. Кезең жабық күйде қалуы үшін бір орындалмаған шарт жеткілікті.',
    aheadNone: (past) => (past ? 'Алда шарты бар кезең болған жоқ.' : 'Алда шарты бар кезең жоқ.'),
    aheadElse: 'Өтіп кеткен кезеңдердің шарттары қандай күйде болды',
    open: 'Ашық.',
    closed: 'Жабық.',
    eu: 'ЕО-ға арналғаны',
    euHelp: 'Бөлек есептеледі және жоғарыдағы көрсеткіштерге ешқашан кірмейді.',
    euNone: (past) => (past ? 'ЕО-ға ұсыныс берілген жоқ еді.' : 'ЕО-ға ұсыныс берілген жоқ.'),
    counted: (n, word) => `${word} — ${number(n)}`,
    asks: recommendations,
    see: 'Оларды көру',
    record: 'Осы бет негізделген тізілім',
    recordHelp: 'Әр баға дереккөздегі өз сөйлеміне апарады.',
    recordCases: 'Істер: сөз болып отырған адамдар, басылымдар және оқиғалар',
    recordRounds: 'Адам құқықтары жөніндегі диалогтың раундтары және әрқайсысында не көтерілгені',
    recordStatements: 'Қарым-қатынасты реформамен байланыстыратын ЕО мәлімдемелері, сөзбе-сөз',
    recordMilestones: 'Кезеңдер: келісімнің барысы',
    recordSources: 'Дереккөздер және әрқайсысына негізделгеннің бәрі',
    recordMethod: 'Әдіс: шкалалар, ережелер және «белгісіз» деген не',
  },
  recommendations: {
    page: 'ұсыныстар',
    title: 'Ұсыныстар',
    over: 'Ұсыныстар · не сұралады, жай-күйі қандай, кім қолдады',
    h1: (total, date, filtered, past) => {
      if (total === 0)
        return filtered
          ? `${asOf(date)} іріктеуге сай ұсыныс жоқ.`
          : `${asOf(date)} ұсыныс ${past ? 'әлі берілмеген еді' : 'әлі берілмеген'}.`
      return filtered
        ? `${asOf(date)} іріктеуге ${recommendations(total)} сай келеді.`
        : `${asOf(date)} тізілімде ${recommendations(total)} ${past ? 'болды' : 'бар'}.`
    },
    filters: 'Іріктеу және реттеу',
    q: 'Сөздер',
    qHint: 'белгісінде, атауында немесе мәтінінде',
    area: 'Сала',
    anyArea: 'Барлық сала',
    side: 'Кімге арналған',
    anySide: 'Бәріне',
    sides: { partner: 'серіктес елге', eu: 'ЕО-ға', other: 'басқаларға' },
    standing: 'Жай-күй',
    anyStanding: 'Кез келген',
    outside: 'Қолданылмайды немесе қайтарып алынған',
    sort: 'Реті',
    sorts: {
      ref: 'Белгісі бойынша',
      '-ref': 'Белгісі бойынша, соңынан бастап',
      title: 'Атауы бойынша, А-дан Я-ға дейін',
      '-title': 'Атауы бойынша, Я-дан А-ға дейін',
      standing: 'Жай-күйі бойынша, алдымен төмені',
      '-standing': 'Жай-күйі бойынша, алдымен жоғарысы',
      effective: 'Бағасы бойынша, алдымен ертесі',
      '-effective': 'Бағасы бойынша, алдымен соңғысы',
      issued: 'Күні бойынша, алдымен ертесі',
      '-issued': 'Күні бойынша, алдымен соңғысы',
    },
    apply: 'Қолдану',
    reset: 'Бәрін көрсету',
    caption: (from, to, total) => `${number(from)}–${number(to)}, барлығы ${number(total)}`,
    recommendation: 'Ұсыныс',
    finding: 'Жай-күй',
    uptake: 'ЕО қолдауы',
    gates: 'Міндетті шарттар',
    since: (date) => since(date),
    last: (word, date) => `соңғы баға (${date}): ${word}`,
    evidence: (n) => `${number(n)} материал`,
    left: 'кейінгі ұсыныспен алмастырылған; еш жерде есепке алынбайды',
    notTakenUp: 'мәлімет жоқ',
    noGates: 'жоқ',
    passedUnmet: (n) => `шарт орындалмаған күйде өткен: ${number(n)}`,
    gateCounts: (met, unmet, unknown, waived) =>
      (
        [
          [met, 'орындалған'],
          [unmet, 'орындалмаған'],
          [unknown, 'белгісіз'],
          [waived, 'алынып тасталған'],
        ] as const
      )
        .filter(([n]) => n !== 0)
        .map(([n, word]) => `${word}: ${number(n)}`)
        .join(', '),
  },
  pager: {
    label: 'Беттер',
    page: 'Бет',
    previous: 'Алдыңғы',
    next: 'Келесі',
    summary: (page, pages) => `${number(page)}-бет, барлығы ${number(pages)}`,
  },
  embed: {
    recommendation: 'Ұсыныс',
    state: (asOf, known, method) => `${asOf} күнгі жағдай, мәлімет шегі: ${known}, әдіс: ${method}`,
    title: 'Басқа сайтта көрсету',
    help: 'Бетіңізге арналған жақтау, скриптсіз. Мекенжайында күні болса, өзгермейді; болмаса, ең жаңасын көрсетеді.',
    pictureHelp:
      'Немесе жақтаудың орнына осында әкелетін сурет. Не көрсететіні оның балама мәтінінде айтылған.',
    picture: 'Сурет',
  },
  ...scaleMessages,
  ...recordMessages,
  ...changeMessages,
  ...timeMessages,
  editions: editionMessages,
  site: sitePages,
}
