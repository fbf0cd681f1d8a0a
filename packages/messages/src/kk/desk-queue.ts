import type { Copy } from '../copy.ts'
import type { deskQueue as english } from '../en/desk-queue.ts'
import { number } from './inflect.ts'

/** What the parts of the queue say, in Kazakh. */
export const deskQueue: Copy<typeof english> = {
  work: 'Жұмысты қажет етеді',
  nav: {
    leverage: 'Алдағы 90 күндегі кезеңдер',
    contradicted: 'Қарсы дәлелі бар қорытындылар',
    stale: 'Ескірген қорытындылар',
    'dead-links': 'Жұмыс істемейтін сілтемелер',
    'faulty-files': 'Бүлінген файлдар',
    outdated: 'Ескірген аудармалар',
  },
  assigned: {
    title: 'Маған тапсырылған',
    none: 'Сізге ешкім ештеңе тапсырған жоқ.',
    by: (who) => `тапсырған: ${who}`,
  },
  disagreements: {
    title: 'Сәйкес келмейтін қайталама бағалар',
    none: 'Бірде-бір баға бойынша екі адамның пікірі алшақ емес.',
    act: 'Салыстыру',
  },
  near: 'алдағы 90 күнде',
  keys: 'j және k — тармақтар арасында жылжу, Enter — ашу, 1–9 — алғашқы тоғыз тармақтың бірін ашу.',
  more: (total) => `Барлығы: ${number(total)}`,
  shown: (shown, total) => `Алғашқы ${number(shown)} көрсетілген, барлығы ${number(total)}.`,
  stale: {
    lead: 'Қайта қарау мерзімінен ескі: қайта бағаланғанша белгісіз болып саналады.',
    none: 'Барлық қорытынды жаңа.',
    was: (level, effective, due) => `бұрын: ${level}, ${effective}; есепке алынған соңғы күн: ${due}`,
    act: 'Бағалау',
  },
  contradicted: {
    lead: 'Қарсы дәлелдері бар қолданыстағы қорытындылар; дәлелдер жарияланған немесе тексеруді күтіп тұр.',
    none: 'Бірде-бір қорытындыға қарсы дәлел жоқ.',
    items: (items, unpublished) =>
      `қарсы дәлел: ${number(items)}${unpublished === 0 ? '' : `, оның ішінде жарияланбағаны: ${number(unpublished)}`}`,
    act: 'Қарау',
  },
  'dead-links': {
    lead: 'Соңғы рет сұралғанда жауап бермеген дереккөз мекенжайлары. Онда айтылғанның көшірмесін сақтаңыз.',
    none: 'Сұралған барлық мекенжай жауап берді.',
    gone: (status) => `жойылған${status === null ? '' : ` (HTTP ${status})`}`,
    unreachable: (status) => `жауап бермейді${status === null ? '' : ` (HTTP ${status})`}`,
    since: (day) => `басталған күні: ${day}`,
    act: 'Көшірмесін сақтау',
  },
  'faulty-files': {
    lead: 'Жоқ немесе жазылған бақылау сомасына енді сәйкес келмейтін дәлел файлдары. Оларды резервтік көшірмеден қалпына келтіріңіз.',
    none: 'Оқылған барлық файл өзінің бақылау сомасына сәйкес келеді.',
    missing: 'жоқ',
    altered: 'өзгертілген',
    checked: (when) => `оқылған уақыты: ${when}`,
    act: 'Ашу',
  },
  outdated: {
    lead: 'Мәтіннің қолданыстағы емес, бұрынғы редакциясынан жасалған.',
    none: 'Барлық аударма қолданыстағы мәтіннен жасалған.',
    of: (field, language) => `${field}, тілі: ${language}`,
    languages: { en: 'ағылшын', ru: 'орыс', kk: 'қазақ' },
    act: 'Қайта аудару',
  },
}
