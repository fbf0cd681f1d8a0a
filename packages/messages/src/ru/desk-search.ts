import type { Copy } from '../copy.ts'
import type { deskSearch as english } from '../en/desk-search.ts'
import { number } from './inflect.ts'

/** The search over everything of a dossier that one may see, in Russian. */
export const deskSearch: Copy<typeof english> = {
  title: 'Поиск',
  words: 'Слова',
  hint: 'Все они должны стоять в одном тексте. Хотя бы в одном — не менее трёх букв. Английский, русский или казахский язык; қ находится как к, ё — как е.',
  search: 'Найти',
  tooShort: 'Введите слово не короче трёх букв.',
  none: 'В доступном вам нет текста, где были бы все эти слова.',
  more: (n) => `Совпадений больше ${number(n)}. Чтобы сузить поиск, добавьте слово.`,
  kinds: {
    recommendation: 'Рекомендации',
    assessment: 'Заключения и обоснования',
    evidence: 'Выдержки из доказательств',
    item: 'Доказательства',
    file: 'Файлы',
    case: 'Дела',
  },
}
