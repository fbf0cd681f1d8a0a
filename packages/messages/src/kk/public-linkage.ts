/** Copy of what hung on what, in Kazakh: gates, matrix and list, leverage, consistency. Part of `publicMessages`; see there. */

import type { linkageMessages as English } from '../en/public-linkage.ts'
import { asOf, number, since } from './inflect.ts'

const links = (n: number) => `${number(n)} байланыс`
const withOpen = (n: number) => `ашық шарты бар ${number(n)} кезең`

export const linkageMessages: typeof English = {
  gate: {
    required: (level) => `міндетті: ${level}`,
    expected: (level) => (level === null ? 'күтіледі' : `күтіледі: ${level}`),
    context: 'тек мәнмәтін',
    notCounted: 'тізілген, есепке алынбайды',
    at: (word) => `сол кезде: ${word}`,
    now: (word) => `қазір: ${word}`,
    on: (word, date) => `${date}: ${word}`,
    since: {
      improved: 'содан бері жақсарған',
      unchanged: 'содан бері өзгермеген',
      worsened: 'содан бері нашарлаған',
    },
    aheadNoDate: 'алда, күні белгіленбеген',
    cancelled: (date) => `тоқтатылды: ${date}`,
    foundOn: (date) => `баға күні: ${date}`,
    waivedFrom: (from, to) =>
      to === null
        ? `${since(from)} алынып тасталған:`
        : `${since(from)} алынып тасталған, ${since(to)} қайта күшінде:`,
    aheadPlanned: (date) => `алда, жоспарланған күні: ${date}`,
    counts: (met, unmet, unknown, waived) =>
      `${number(met + unmet + unknown + waived)} міндетті шарт: орындалған — ${number(met)}, орындалмаған — ${number(unmet)}, белгісіз — ${number(unknown)}${waived > 0 ? `, алынып тасталған — ${number(waived)}` : ''}`,
    countsPassed: (met, unmet, unknown, waived) =>
      `${number(met + unmet + unknown + waived)} міндетті шарт: өткенде орындалған — ${number(met)}, орындалмаған күйде өткен — ${number(unmet)}, белгісіз күйде өткен — ${number(unknown)}${waived > 0 ? `, алынып тасталған — ${number(waived)}` : ''}`,
    noCondition: 'шарты жоқ',
    listed: (n) => `тізілген, есепке алынбайды: ${number(n)}`,
    listedMore: (n) => `тағы тізілген, есепке алынбайды: ${number(n)}`,
  },
  linkage: {
    page: 'байланыстар',
    title: 'Байланыстар',
    over: (date) => `Байланыстар · не неге байланысты болды, ${asOf(date)}`,
    h1: (passed, unmet, milestones, past) => {
      if (passed === 0) return `Келісімнің шарты бар бірде-бір кезеңі әлі өткен жоқ${past ? ' еді' : ''}.`
      if (unmet === 0) return `Бірде-бір шарт орындалмаған күйде өткен жоқ${past ? ' еді' : ''}.`
      return `${number(unmet)} шарт орындалмаған күйде өткен${past ? ' еді' : ''} (келісімнің ${number(milestones)} кезеңі).`
    },
    lead: (ahead, past) =>
      ahead === 0
        ? `Алда ашық шарты бар кезең ${past ? 'болған жоқ' : 'жоқ'}.`
        : `Алда әлі ${withOpen(ahead)} ${past ? 'тұрды' : 'тұр'}: бас тартуға болатыны осы.`,
    leverage: 'Әлі талап етуге болатыны',
    leverageHelp: 'Міндетті, орындалмаған және әлі өтпеген кезеңмен байланысты. Күні бойынша.',
    leverageNone: (past) => `Ештеңе: алда орындалмаған шарты бар кезең ${past ? 'болған жоқ' : 'жоқ'}.`,
    hasToReach: 'жетуі тиіс деңгей',
    legend: 'Белгілер',
    list: 'Шарттар мен кезеңдер',
    listHelp:
      'Келісімнің кезеңі өзі өткен күні шарттарын бекітіп қалдырады; содан бері не болғаны бөлек айтылады. Әр ұяшық өз шартын ашады: неге жету керек болды, кімнің сөзіне негізделген және қай баға бойынша анықталды.',
    forms: 'Көрініс',
    matrix: 'Матрица',
    asList: 'Тізім',
    matrixCaption: (from, to, total, count) =>
      `Келісім кезеңдері бойынша ұсыныстар: ${number(from)}–${number(to)}, барлығы ${number(total)}; барлығы ${links(count)}. Бос ұяшық: байланыс жоқ.`,
    listCaption: (from, to, total) => `Байланыстар: ${number(from)}–${number(to)}, барлығы ${number(total)}`,
    recommendationHead: 'Ұсыныс',
    foot: 'Міндетті шарттар',
    footNone: 'шарты жоқ',
    // A column of the matrix is narrower than the word: it may be divided where it is put together.
    shortStates: {
      met: 'орындал\u00adған',
      unmet: 'орындал\u00adмаған',
      unknown: 'белгісіз',
      waived: 'алынған',
      'met-at-passage': 'орындал\u00adған',
      'passed-while-unmet': 'орындал\u00adмаған',
      'passed-while-unknown': 'белгісіз',
    },
    sinceSigns: { improved: '↑', unchanged: '=', worsened: '↓' },
    sinceLegend: 'содан бері жақсарған, өзгермеген, нашарлаған',
    dotLegend: 'күтіледі немесе мәнмәтін, есепке алынбайды',
    cell: (state, level, standing, change) =>
      `${state}. ${level === null ? 'Сол кезде' : `Жетуі тиіс деңгей: ${level}; сол кезде`}: ${standing}${change === null ? '' : `; ${change}`}`,
    cellAhead: (state, level, standing) =>
      `${state}. ${level === null ? 'Қазір' : `Жетуі тиіс деңгей: ${level}; қазір`}: ${standing}`,
    cellListed: (role, standing) => `${role}; ${standing}. Тізілген, есепке алынбайды`,
    h1Filtered: (n, date, past) =>
      n === 0
        ? `${asOf(date)} іріктеуге сай байланыс ${past ? 'болған жоқ' : 'жоқ'}.`
        : `${asOf(date)} іріктеуге ${links(n)} сай ${past ? 'келді' : 'келеді'}.`,
    h1Gate: (title, state) => `${title}: ${state}.`,
    overGate: (step, date) => `Байланыстар · бір шарт · ${step}, ${asOf(date)}`,
    only: 'Тек',
    onlyWords: {
      milestone: (title) => `«${title}» кезеңі бойынша`,
      recommendation: (ref) => `${ref} ұсынысы бойынша`,
      commitment: (actor, date) => `мына мәлімдеме бойынша: ${actor}, ${date}`,
      actor: (name) => `мынаның мәлімдемелері бойынша: ${name}`,
      rests: 'сол күнге дейін жасалған мәлімдемесі жоғы',
      side: {
        partner: 'серіктес елге арналғаны',
        eu: 'ЕО-ға арналғаны',
        other: 'басқаларға арналғаны',
      },
    },
    onlyRemove: 'алып тастау',
    all: 'Барлық байланыс',
    leverageFirst: (shown, total) =>
      total > shown ? `Алғашқы ${number(shown)} кезең көрсетілген, барлығы ${number(total)}.` : '',
    leverageAll: 'Ықпал ету тетіктерінің толық тізімі',
    consistencyAll: 'ЕО-ның әр институты келісіммен нені байланыстырды және бұл сақталды ма',
    gateTitle: 'Шарт',
    gateRecommendation: 'Ұсыныс',
    gateStep: 'Кезең',
    gateRole: 'Талап',
    gateState: 'Шарт',
    gateAt: 'Анықталған күні',
    gateAtPassed: (date) => `${date}, кезең күні: бекітілген`,
    gateAtShown: (date) => `${date}, көрсетілген күн`,
    gateStanding: 'Сол күні күшінде болғаны',
    gateStandingLink: 'Ұсыныстың сол күнгі жай-күйі',
    gateNow: 'Содан бері',
    gateNowIs: (word, date, change) => `${word} (${date})${change === null ? '' : `: ${change}`}`,
    gateWaivers: 'Шарттың алынып тасталуы',
    gateNote: 'Ескертпе',
    gateRests: 'Негізі',
    gateRestsNone: 'Тізілімде осы байланыс негізделген мәлімдеме жоқ.',
    track: 'Келісім',
    anyTrack: 'Бәрі',
    filters: 'Іріктеу',
    area: 'Сала',
    anyArea: 'Барлық сала',
    group: 'Топтастыру',
    groups: { milestone: 'Кезең', area: 'Сала' },
    role: 'Рөлі',
    anyRole: 'Кез келген',
    state: 'Шарт',
    anyState: 'Кез келген',
    none: 'Іріктеуге сай байланыс жоқ.',
    linkNone: (past) =>
      `Тізілімде ұсыныс пен келісім кезеңінің арасында байланыс ${past ? 'болған жоқ' : 'жоқ'}.`,
    statements: 'Байланыстардың негізі',
    statementsHelp:
      'Қарым-қатынасты реформамен байланыстыратын ЕО мәлімдемелері. Әр байланыста ол негізделген мәлімдемелер аталған.',
    who: 'Кім',
    statement: 'Мәлімдеме',
  },
  leverage: {
    page: 'ықпал ету тетіктерінің тізімі',
    over: (date) => `Ықпал ету тетіктері · нені және қашан талап етуге болатын еді, ${asOf(date)}`,
    overNow: 'Ықпал ету тетіктері · нені және қашан талап етуге болады',
    h1: (open, date, past) =>
      open === 0
        ? `${asOf(date)} алда келісімнің ашық шарты бар кезеңі ${past ? 'болған жоқ' : 'жоқ'}.`
        : `${asOf(date)} алда ${withOpen(open)} ${past ? 'тұрды' : 'тұр'}.`,
    lead: (past) =>
      past
        ? 'Орындалмаған шартты кезең өткенше талап етуге болатын еді; кейін ол тек тарих. Өзекті бағасы жоқ шартты алдымен бағалау керек еді.'
        : 'Орындалмаған шартты кезең өткенше талап етуге болады; кейін ол тек тарих. Өзекті бағасы жоқ шартты алдымен бағалау керек.',
    withOpen: 'Ашық шарты бар кезеңдер',
    withOpenHelp:
      'Жоспарланған күні бойынша; күні жоқ кезеңдер соңында. Алдымен орындалмаған шарттар, содан кейін белгісіздері.',
    none: (past) => (past ? 'Алда ондай кезең болған жоқ.' : 'Алда ондай кезең жоқ.'),
    others: 'Алда, ашық шарты жоқ',
    othersHelp: 'Серіктес ел жағындағы міндетті шарттардың орындалмағаны да, белгісізі де жоқ.',
    overdue: 'мерзімі өткен: жоспарланған күні өтті, бірақ кезеңнің өткені туралы мәлімет жоқ',
    open: (unmet, unknown) => `орындалмаған — ${number(unmet)}, белгісіз — ${number(unknown)}`,
    unmet: (n) => `Орындалмағандардың бәрі: ${number(n)}`,
    unknown: (n) => `Белгісіздердің бәрі: ${number(n)}`,
    more: (n) => `Мұнда тағы ${number(n)} шарт көрсетілмеген:`,
  },
  consistency: {
    page: 'ЕО дәйектілігі',
    over: (date) => `ЕО дәйектілігі · келісіммен не байланыстырылды және ол сақталды ма, ${asOf(date)}`,
    h1: (conditions, unmet, unknown, past) => {
      if (conditions === 0)
        return `Тізілімдегі ЕО мәлімдемелерінің бірде-бірі шарт ${past ? 'қоймаған еді' : 'қоймаған'}.`
      const held =
        unmet + unknown === 0
          ? 'Орындалғаны белгісіз күйде бірде-бірі өткен жоқ.'
          : `Орындалмаған күйде өткені — ${number(unmet)}, белгісіз күйде өткені — ${number(unknown)}.`
      return `ЕО мәлімдемелері ${number(conditions)} шарт ${past ? 'қойған еді' : 'қойған'}. ${held}`
    },
    lead: 'Шарт — ұсыныс пен келісім кезеңінің арасындағы, институттың сөзіне негізделген міндетті байланыс. Әр сан өзінің артындағы шарттарды ашады. Жалпы балл жоқ.',
    statement: 'Мәлімдеме',
    conditions: 'Қойылған шарт',
    ahead: 'Әлі алда',
    passed: 'Өткен кезде',
    metAtPassage: 'Орындалған күйде өткен',
    unmet: 'Орындалмаған күйде өткен',
    unknown: 'Белгісіз күйде өткен',
    waived: 'Алынып тасталған',
    aheadStates: {
      met: (n) => `орындалған: ${number(n)}`,
      unmet: (n) => `орындалмаған: ${number(n)}`,
      unknown: (n) => `белгісіз: ${number(n)}`,
    },
    nothing: 'жоқ',
    shared: (n, all) =>
      n === all
        ? `${n === 1 ? 'Ол' : 'Олардың бәрі'} басқа мәлімдемеге де негізделген және әрқайсысында есепке алынған.`
        : `Олардың ішінен басқа мәлімдемеге де негізделгені — ${number(n)}, әрқайсысында есепке алынған.`,
    total: 'Оның барлық мәлімдемесі, әр шарт бір рет',
    caption: (actor) => `Мәлімдемелер және оларға негізделген шарттар: ${actor}`,
    unattributed: 'Мәлімдемесі жоқ',
    unattributedHelp: 'Сол күнге дейін жасалған бірде-бір мәлімдемеге негізделмеген шарттар.',
    none: (past) =>
      `Бұл күнге дейін қарым-қатынасты реформамен байланыстыратын ЕО мәлімдемесі ${past ? 'болған жоқ' : 'жоқ'}.`,
    opens: (figure, what) => `${figure}: ${what}`,
  },
}
