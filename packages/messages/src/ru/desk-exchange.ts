import type { Copy } from '../copy.ts'
import type { deskExchange as english } from '../en/desk-exchange.ts'
import { number, some } from './inflect.ts'

const rows = (n: number) => some(n, 'строка', 'строки', 'строк')

/** What the desk's pages of import and export say, in Russian. */
export const deskExchange: Copy<typeof english> = {
  nav: 'Импорт и экспорт',
  title: 'Импорт и экспорт',
  takeOut: 'Выгрузить',
  takeOutLead:
    'Реестр в нынешнем виде, в той мере, в какой он вам доступен. Выгруженное при обратной загрузке ничего не меняет. Каждая выгрузка отражается в журнале изменений.',
  whole: 'Весь реестр',
  wholeXlsx: 'Книга (XLSX)',
  wholeJson: 'Файл досье (JSON)',
  one: 'Одна таблица',
  table: 'Таблица',
  oneXlsx: 'XLSX',
  oneCsv: 'CSV',
  template: 'Пустой шаблон',
  templateHint:
    'Листы с заголовками и списками выбора и словарь, где сказано, что вносится в каждый столбец.',
  bringIn: 'Загрузить',
  bringInLead:
    'XLSX или CSV (UTF-8), не более 20 МБ. Сначала вы увидите, что изменится; без вашего согласия ничего не записывается. Оценки поступают на проверку и ждут проверяющего. Строка, которой нет в файле, остаётся как есть.',
  file: 'Файл',
  what: 'Что содержит CSV',
  whatHint: 'Можно не указывать: это видно по заголовкам.',
  byHeads: 'По заголовкам',
  send: 'Просмотреть',
  noFile: 'Выберите файл.',
  tooLarge: 'Файл больше 20 МБ. Разделите его на несколько.',
  jobs: 'Что вы загружали',
  noJobs: 'Пока ничего.',
  columns: { when: 'Когда', what: 'Что', state: 'Состояние' },
  kinds: { 'table.preview': 'Просмотр', 'table.import': 'Импорт' },
  states: {
    queued: 'ожидает',
    running: 'выполняется',
    done: 'сделано',
    failed: 'не сделано',
    cancelled: 'прекращено',
  },
  stages: {
    reading: 'Файл читается.',
    comparing: 'Идёт сравнение с реестром.',
    writing: 'Идёт запись.',
  },
  waiting: 'Ожидает очереди.',
  refresh: 'Обновить',
  cancel: 'Прекратить',
  cancelled: 'Прекращено. Ничего не записано.',
  failed: 'Произошла ошибка на нашей стороне. Ничего не записано. Повторите попытку позже.',
  previewTitle: (file) => `Что изменит ${file}`,
  importTitle: (file) => `Импорт: ${file}`,
  summary: ({ added, changed, cells, unchanged }) =>
    `Новых: ${rows(added)}; изменяется: ${some(cells, 'ячейка', 'ячейки', 'ячеек')}, затронуто: ${rows(changed)}; без изменений: ${rows(unchanged)}.`,
  nothing: 'Ничего не изменится.',
  errors: (n) => some(n, 'ошибка', 'ошибки', 'ошибок'),
  errorsLead:
    'Пока они не исправлены в файле, импортировать ничего нельзя. Исправьте их и отправьте файл снова.',
  firstOf: (shown, all) => `Показано первых: ${number(shown)} из ${number(all)}.`,
  errorColumns: { sheet: 'Лист', row: 'Строка', column: 'Столбец', message: 'Что не так' },
  changes: 'Изменения',
  changeColumns: { place: 'Строка', key: 'О чём', field: 'Столбец', from: 'В реестре', to: 'В файле' },
  place: (sheet, row) => `${sheet}, строка ${number(row)}`,
  part: (head, part) => (part === null ? head : `${head} (${part + 1})`),
  isNew: 'новое',
  empty: 'пусто',
  importIt: 'Импортировать',
  importLead: 'Всё или ничего.',
  reason: 'Почему исправляется то, что меняется',
  reasonHint: 'Сохраняется с каждой заменённой строкой и показывается в её истории.',
  reasonBegin: 'Исправлено в таблице',
  reasonMissing: 'Укажите причину.',
  sheets: 'Что содержат листы и столбцы',
  sheetsLead: 'Запоминается для вас: следующий файл с такими же заголовками будет прочитан так же.',
  sheet: (name) => `Лист «${name}»`,
  shape: 'Содержит',
  skip: 'Не читать',
  column: (head) => (head === '' ? 'Столбец без заголовка' : head),
  notRead: 'не читается',
  again: 'Просмотреть заново с этими настройками',
  uhri: 'Рекомендации органов ООН',
  uhriLead:
    'Файл выгружен из Универсального индекса прав человека. Каждый документ становится источником, каждый пункт — рекомендацией.',
  area: 'Область',
  addressee: 'Кому адресовано',
  addresseeHint: 'Столбец “Addressees” в файле, с ключами или названиями участников, имеет преимущество.',
  themes: 'Области по темам',
  asAbove: 'как выбрано выше',
  done: ({ added, changed, submitted }) =>
    `Добавлено: ${rows(added)}, изменено: ${rows(changed)}. ${
      submitted === 0
        ? 'Оценок среди них нет.'
        : `Ждут проверяющего: ${some(submitted, 'оценка', 'оценки', 'оценок')}.`
    }`,
  doneNothing: 'Делать было нечего: всё это в реестре уже есть.',
  another: 'Загрузить другой файл',
  toPreview: 'К новому просмотру',
}
