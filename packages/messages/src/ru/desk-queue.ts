import type { Copy } from '../copy.ts'
import type { deskQueue as english } from '../en/desk-queue.ts'
import { number, some } from './inflect.ts'

/** What the parts of the queue say, in Russian. */
export const deskQueue: Copy<typeof english> = {
  work: 'Требует работы',
  nav: {
    leverage: 'Этапы в ближайшие 90 дней',
    contradicted: 'Оспоренные заключения',
    stale: 'Устаревшие заключения',
    'dead-links': 'Неработающие ссылки',
    'faulty-files': 'Повреждённые файлы',
    outdated: 'Устаревшие переводы',
  },
  assigned: {
    title: 'Поручено мне',
    none: 'Вам никто ничего не поручал.',
    by: (who) => `кто поручил: ${who}`,
  },
  disagreements: {
    title: 'Расходящиеся повторные оценки',
    none: 'Ни по одной оценке нет расхождений между двумя людьми.',
    act: 'Сравнить',
  },
  near: 'в ближайшие 90 дней',
  keys: 'j и k — переход между пунктами, Enter — открыть, 1–9 — открыть один из первых девяти.',
  more: (total) => `Все: ${number(total)}`,
  shown: (shown, total) => `Показано первых: ${number(shown)} из ${number(total)}.`,
  stale: {
    lead: 'Старше срока пересмотра: пока их не оценят заново, они считаются неизвестными.',
    none: 'Все заключения свежие.',
    was: (level, effective, due) => `было: ${level}, ${effective}; учитывалось до даты: ${due}`,
    act: 'Оценить',
  },
  contradicted: {
    lead: 'Действующие заключения, против которых есть доказательства, опубликованные или ожидающие проверки.',
    none: 'Ни против одного заключения доказательств нет.',
    items: (items, unpublished) =>
      `${some(items, 'доказательство', 'доказательства', 'доказательств')} против${unpublished === 0 ? '' : `, из них не опубликовано: ${number(unpublished)}`}`,
    act: 'Посмотреть',
  },
  'dead-links': {
    lead: 'Адреса источников, которые не ответили при последнем обращении. Сохраните копию того, что там было сказано.',
    none: 'Все адреса, к которым обращались, ответили.',
    gone: (status) => `удалено${status === null ? '' : ` (HTTP ${status})`}`,
    unreachable: (status) => `не отвечает${status === null ? '' : ` (HTTP ${status})`}`,
    since: (day) => `с даты: ${day}`,
    act: 'Сохранить копию',
  },
  'faulty-files': {
    lead: 'Файлы доказательств, которые отсутствуют или больше не совпадают с записанной контрольной суммой. Восстановите их из резервной копии.',
    none: 'Все прочитанные файлы совпадают со своими контрольными суммами.',
    missing: 'отсутствует',
    altered: 'изменён',
    checked: (when) => `прочитан ${when}`,
    act: 'Открыть',
  },
  outdated: {
    lead: 'Сделаны с более ранней редакции текста, чем действующая.',
    none: 'Все переводы сделаны с действующих текстов.',
    of: (field, language) => `${field}, язык: ${language}`,
    languages: { en: 'английский', ru: 'русский', kk: 'казахский' },
    act: 'Перевести заново',
  },
}
