import type { Column, SheetName } from './sheet-shape.ts'

/** A head without what people vary: case, punctuation, accents, and the letters that Kazakh has beyond Russian. */
export const foldHead = (head: string): string =>
  head
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[әғқңөұүһі]/g, (letter) => 'агкноуухи'['әғқңөұүһі'.indexOf(letter)] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a field may be called in somebody's sheet, in English, Russian and Kazakh, beside its head and its name. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  ref: ['ref', 'recommendation', 'reference number', 'номер', 'ссылка', 'рекомендация', 'сілтеме', 'ұсыным'],
  recommendation: ['ref', 'reference', 'рекомендация', 'ссылка', 'ұсыным', 'ұсыныс'],
  area: ['theme', 'topic', 'область', 'тема', 'сала', 'тақырып'],
  title: ['name', 'heading', 'название', 'заголовок', 'наименование', 'атауы', 'тақырыбы'],
  name: ['title', 'название', 'имя', 'наименование', 'атауы'],
  text: ['wording', 'full text', 'текст', 'содержание', 'мәтін', 'мәтіні'],
  source: ['document', 'источник', 'документ', 'дереккөз', 'құжат'],
  locator: ['locator', 'paragraph', 'page', 'para', 'место', 'пункт', 'страница', 'абзац', 'тармақ', 'бет'],
  issued: ['date issued', 'date', 'дата', 'дата издания', 'күні', 'берілген күні'],
  issuedBy: ['issuer', 'author', 'кем дана', 'автор', 'кім берді'],
  addressees: ['addressee', 'addressed to', 'адресат', 'адресаты', 'кімге'],
  key: ['id', 'code', 'ключ', 'код', 'кілт'],
  kind: ['type', 'тип', 'вид', 'түрі'],
  effective: ['date', 'as of', 'дата', 'на дату', 'күні'],
  level: ['rating', 'status', 'score', 'уровень', 'оценка', 'деңгей', 'деңгейі', 'баға'],
  state: ['состояние', 'күйі'],
  rationale: ['reason', 'justification', 'explanation', 'обоснование', 'пояснение', 'негіздеме'],
  confidence: ['certainty', 'уверенность', 'сенімділік'],
  contrary: ['against', 'вопреки', 'қарсы'],
  excerpt: ['quote', 'quotation', 'цитата', 'выдержка', 'үзінді', 'дәйексөз'],
  stance: ['позиция', 'ұстаным'],
  origin: ['происхождение', 'шығу тегі'],
  factDate: ['fact date', 'дата факта', 'факт күні'],
  date: ['when', 'дата', 'күні'],
  forum: ['venue', 'форум', 'площадка', 'алаң'],
  note: ['comment', 'remark', 'примечание', 'комментарий', 'ескерту', 'ескертпе'],
  url: ['url', 'link', 'web address', 'адрес', 'ссылка', 'сілтеме', 'мекенжай'],
  publisher: ['издатель', 'баспагер'],
  language: ['язык', 'тіл', 'тілі'],
  actor: ['who', 'body', 'субъект', 'орган', 'субъекті'],
  summary: ['description', 'описание', 'краткое содержание', 'сипаттама'],
  order: ['порядок', 'реті'],
  place: ['место', 'орны'],
  planned: ['дата по плану', 'план', 'жоспарланған'],
  occurred: ['дата события', 'состоялось', 'өткен күні'],
  milestone: ['веха', 'кезең'],
  role: ['роль', 'рөлі'],
  required: ['required', 'требуемый уровень', 'қажетті деңгей'],
}

/** Folded heads under which a column is known, its own first. */
export const listSynonyms = (_shape: SheetName, column: Column): string[] =>
  [column.head, column.field, ...(synonyms[column.field] ?? [])].map(foldHead)
