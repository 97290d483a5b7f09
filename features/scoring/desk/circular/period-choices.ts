import { periodWords } from '../../contract/index.ts'

type Choice = { readonly value: string; readonly label: string }

/** Months or quarters of a campaign that have begun, the newest first. */
export function periodChoices(
  { from, to }: { readonly from: string; readonly to: string },
  span: 'month' | 'quarter',
  today: string,
): Choice[] {
  const last = to < today ? to : today
  const periods: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    for (let no = 1; no <= (span === 'month' ? 12 : 4); no++) {
      const first = String(span === 'month' ? no : no * 3 - 2).padStart(2, '0')
      const end = String(span === 'month' ? no : no * 3).padStart(2, '0')
      const begun = `${year}-${first}` <= last.slice(0, 7)
      if (begun && `${year}-${end}` >= from.slice(0, 7))
        periods.push(span === 'month' ? `${year}-${first}` : `${year}-Q${no}`)
    }
  return periods.reverse().map(value => ({ value, label: periodWords(value) }))
}

/** The one that is usually wanted: the last that is over, or the only one that runs. */
export function usualPeriod(choices: readonly Choice[], today: string): string | undefined {
  return (choices.find(({ value }) => endOf(value) < today.slice(0, 7)) ?? choices[0])?.value
}

/** The last month of a period. */
function endOf(period: string): string {
  const [year, part] = period.split('-') as [string, string]
  return part.startsWith('Q') ? `${year}-${String(Number(part[1]) * 3).padStart(2, '0')}` : period
}
