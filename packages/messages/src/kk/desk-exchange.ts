import type { Copy } from '../copy.ts'
import type { deskExchange as english } from '../en/desk-exchange.ts'
import { number } from './inflect.ts'

const rows = (n: number) => `${number(n)} жол`

/** What the desk's pages of import and export say, in Kazakh. */
export const deskExchange: Copy<typeof english> = {
  nav: 'Импорт және экспорт',
  title: 'Импорт және экспорт',
  takeOut: 'Шығарып алу',
  takeOutLead:
    'Тізілімнің қазіргі күйі, сізге қолжетімді көлемде. Шығарып алынған файл қайта жүктелсе, ештеңе өзгермейді. Әр шығарып алу өзгерістер журналына жазылады.',
  whole: 'Бүкіл тізілім',
  wholeXlsx: 'Кітап (XLSX)',
  wholeJson: 'Дерекнама файлы (JSON)',
  one: 'Бір кесте',
  table: 'Кесте',
  oneXlsx: 'XLSX',
  oneCsv: 'CSV',
  template: 'Бос үлгі',
  templateHint:
    'Тақырыптары мен таңдау тізімдері бар парақтар және әр бағанға не жазылатынын айтатын сөздік.',
  bringIn: 'Жүктеу',
  bringInLead:
    'XLSX немесе CSV (UTF-8), ең көбі 20 МБ. Алдымен не өзгеретінін көресіз; келісіміңізсіз ештеңе жазылмайды. Бағалар тексеруге жіберіледі және тексерушіні күтеді. Файлда жоқ жол сол күйінде қалады.',
  file: 'Файл',
  what: 'CSV файлында не бар',
  whatHint: 'Көрсетпеуге болады: тақырыптардан көрінеді.',
  byHeads: 'Тақырыптары бойынша',
  send: 'Қарап шығу',
  noFile: 'Файлды таңдаңыз.',
  tooLarge: 'Файл 20 МБ-тан үлкен. Оны бірнеше файлға бөліңіз.',
  jobs: 'Сіз жүктегендер',
  noJobs: 'Әзірге ештеңе.',
  columns: { when: 'Қашан', what: 'Не', state: 'Күйі' },
  kinds: { 'table.preview': 'Қарап шығу', 'table.import': 'Импорт' },
  states: {
    queued: 'күтуде',
    running: 'орындалуда',
    done: 'орындалды',
    failed: 'орындалмады',
    cancelled: 'тоқтатылды',
  },
  stages: {
    reading: 'Файл оқылып жатыр.',
    comparing: 'Тізіліммен салыстырылып жатыр.',
    writing: 'Жазылып жатыр.',
  },
  waiting: 'Кезегін күтіп тұр.',
  refresh: 'Жаңарту',
  cancel: 'Тоқтату',
  cancelled: 'Тоқтатылды. Ештеңе жазылған жоқ.',
  failed: 'Біздің тарапта қате болды. Ештеңе жазылған жоқ. Кейінірек қайталап көріңіз.',
  previewTitle: (file) => `Файл нені өзгертеді: ${file}`,
  importTitle: (file) => `Импорт: ${file}`,
  summary: ({ added, changed, cells, unchanged }) =>
    `Жаңасы: ${rows(added)}; өзгеретіні: ${number(cells)} ұяшық (${rows(changed)}); өзгеріссіз: ${rows(unchanged)}.`,
  nothing: 'Ештеңе өзгермейді.',
  errors: (n) => `${number(n)} қате`,
  errorsLead: 'Олар файлда түзетілмейінше, ештеңе импорттауға болмайды. Түзетіп, файлды қайта жіберіңіз.',
  firstOf: (shown, all) => `Алғашқы ${number(shown)} көрсетілген, барлығы ${number(all)}.`,
  errorColumns: { sheet: 'Парақ', row: 'Жол', column: 'Баған', message: 'Не қате' },
  changes: 'Өзгерістер',
  changeColumns: { place: 'Жол', key: 'Не туралы', field: 'Баған', from: 'Тізілімде', to: 'Файлда' },
  place: (sheet, row) => `${sheet}, ${number(row)}-жол`,
  part: (head, part) => (part === null ? head : `${head} (${part + 1})`),
  isNew: 'жаңа',
  empty: 'бос',
  importIt: 'Импорттау',
  importLead: 'Бәрі немесе ештеңе.',
  reason: 'Өзгеретіні неліктен түзетіледі',
  reasonHint: 'Ауыстырылған әр жолмен бірге сақталады және оның тарихында көрсетіледі.',
  reasonBegin: 'Кестеде түзетілді',
  reasonMissing: 'Себебін көрсетіңіз.',
  sheets: 'Парақтар мен бағандарда не бар',
  sheetsLead: 'Сіз үшін есте сақталады: тақырыптары дәл осындай келесі файл да солай оқылады.',
  sheet: (name) => `«${name}» парағы`,
  shape: 'Мазмұны',
  skip: 'Оқымау',
  column: (head) => (head === '' ? 'Тақырыпсыз баған' : head),
  notRead: 'оқылмайды',
  again: 'Осы баптаулармен қайта қарау',
  uhri: 'БҰҰ органдарының ұсыныстары',
  uhriLead:
    'Файл Адам құқықтарының әмбебап индексінен шығарып алынған. Әр құжат дереккөзге, әр тармақ ұсынысқа айналады.',
  area: 'Сала',
  addressee: 'Кімге арналған',
  addresseeHint: 'Файлда қатысушылардың кілттері немесе атаулары бар “Addressees” бағаны болса, сол басым.',
  themes: 'Тақырыптар бойынша салалар',
  asAbove: 'жоғарыда таңдалғандай',
  done: ({ added, changed, submitted }) =>
    `Қосылды: ${rows(added)}, өзгертілді: ${rows(changed)}. ${
      submitted === 0 ? 'Олардың ішінде баға жоқ.' : `Тексерушіні күтіп тұрғаны: ${number(submitted)} баға.`
    }`,
  doneNothing: 'Істейтін ештеңе болмады: бәрі тізілімде бар.',
  another: 'Басқа файл жүктеу',
  toPreview: 'Жаңа нәтижені қарау',
}
