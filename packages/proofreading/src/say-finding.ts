import { type RuleKey, ruleCatalogue } from './catalogue/index.ts'

export type Language = 'zh' | 'en'

const weekdays: Record<string, string> = {
  星期日: 'Sunday',
  星期一: 'Monday',
  星期二: 'Tuesday',
  星期三: 'Wednesday',
  星期四: 'Thursday',
  星期五: 'Friday',
  星期六: 'Saturday',
}

/** Name of a rule, for lists and filters. */
export function sayRule(rule: RuleKey, language: Language): string {
  return ruleCatalogue[rule].name[language]
}

/** The sentence of a finding: what is wrong and why, with its values filled in. */
export function sayFinding(
  finding: { rule: RuleKey; details: Record<string, string | number> },
  language: Language,
): string {
  const { details } = finding
  return ruleCatalogue[finding.rule][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(details[name] ?? '')
    return language === 'en' ? (weekdays[value] ?? value) : value
  })
}
