import type { Copy } from '../copy.ts'
import type { deskSearch as english } from '../en/desk-search.ts'
import { number } from './inflect.ts'

/** The search over everything of a dossier that one may see, in Kazakh. */
export const deskSearch: Copy<typeof english> = {
  title: 'Іздеу',
  words: 'Сөздер',
  hint: 'Олардың бәрі бір мәтінде болуы керек. Кемінде біреуінде үш әріп болсын. Ағылшын, орыс немесе қазақ тілінде; қ әрпі к ретінде, ё әрпі е ретінде табылады.',
  search: 'Іздеу',
  tooShort: 'Кемінде үш әріптен тұратын сөз енгізіңіз.',
  none: 'Сізге қолжетімді мәтіндердің ешқайсысында бұл сөздердің бәрі жоқ.',
  more: (n) => `Сәйкестік саны ${number(n)} шегінен асады. Іздеуді тарылту үшін тағы бір сөз қосыңыз.`,
  kinds: {
    recommendation: 'Ұсыныстар',
    assessment: 'Қорытындылар және олардың негіздемелері',
    evidence: 'Дәлелдерден үзінділер',
    item: 'Дәлелдер',
    file: 'Файлдар',
    case: 'Істер',
  },
}
