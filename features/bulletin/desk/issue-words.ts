import type { IssueSummary } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'

type Numbered = Pick<IssueSummary, 'issueNo' | 'special' | 'runningNo'>

/** @returns “第18期”, “增刊第2期” or a word for an issue without number. */
export function useNumberWords(): (issue: Numbered) => string {
  const t = bulletinTexts.useTexts()
  return ({ issueNo, special, runningNo }) => {
    if (issueNo !== null) return t(special ? 'special' : 'issueNo', { no: issueNo })
    if (runningNo !== null) return t('running', { no: runningNo })
    return t(special ? 'specialOnly' : 'noIssueNo')
  }
}
