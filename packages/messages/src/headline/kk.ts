import { formatPartialDate } from '../dates.ts'
import type { Findings, Headline } from '../headline.ts'
import { kk } from '../vocabulary/kk.ts'

// After a number a Kazakh noun stays in the singular, so no plural rule is needed.

export function buildKazakh(findings: Findings): Headline {
  const { asOf, isPast, applicable, contrary, unknown } = findings
  const on = `${formatPartialDate(asOf, 'kk')} күнгі жағдай бойынша`
  if (applicable === 0) {
    return { headline: `${on} есептелетін ұсыныс ${isPast ? 'болған жоқ' : 'жоқ'}.`, lead: '' }
  }
  if (unknown === applicable) {
    const any = applicable === 1 ? 'жалғыз ұсынысқа' : `${applicable} ұсыныстың бірде-біріне`
    return { headline: `${on} ${any} өзекті баға берілмеген${isPast ? ' еді' : ''}.`, lead: '' }
  }
  const backwards =
    contrary === 0
      ? `Ешқайсысы бойынша кері кету ${isPast ? 'байқалған жоқ' : 'байқалмайды'}.`
      : `${contrary} ұсыныс бойынша кері кету ${isPast ? 'байқалды' : 'байқалады'}.`
  const known =
    unknown === 0 ? 'Барлығы бойынша өзекті баға бар.' : `${unknown} ұсыныс бойынша өзекті баға жоқ.`
  return {
    headline: `${on} ${formatFull(findings)} ${backwards}`,
    lead: [known, formatFurthest(findings)].filter((s) => s !== '').join(' '),
  }
}

function formatFull({ full, applicable, isPast }: Findings): string {
  const past = isPast ? ' еді' : ''
  if (applicable === 1) return `жалғыз ұсыныс толық ${full === 1 ? 'орындалған' : 'орындалмаған'}${past}.`
  if (full === 0) return `${applicable} ұсыныстың бірде-бірі толық орындалмаған${past}.`
  if (full === applicable) return `барлық ${applicable} ұсыныс толық орындалған${past}.`
  return `${applicable} ұсыныстың ішінен толық орындалғаны — ${full}.`
}

function formatFurthest({ furthest, isPast }: Findings): string {
  if (furthest === null) return ''
  if (furthest.level === 'none') return `Ешқайсысы бойынша ілгерілеу ${isPast ? 'болған жоқ' : 'жоқ'}.`
  const label = kk.levels[furthest.level].label.toLowerCase()
  return `Қол жеткізілген ең жоғары нәтиже — ${label}: ${furthest.count}.`
}
