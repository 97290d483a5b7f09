import { useLanguage, useRoleWords } from '@jianbao/ui'
import { auditTexts } from './audit.texts.ts'
import { useFieldWords } from './use-field-words.ts'
import { valueWords } from './value-words.ts'

const roleFields = new Set(['role', 'roles'])

/** @returns a function that writes a value of a field for people: lists with commas, nothing as such. */
export function useValueWords(): (field: string, value: unknown) => string {
  const t = auditTexts.useTexts()
  const roleWords = useRoleWords()
  const language = useLanguage()
  const fieldWords = useFieldWords()
  const words = (field: string, value: unknown): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('nothing')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (Array.isArray(value)) return value.map(one => words(field, one)).join('、')
    if (typeof value === 'object')
      return Object.entries(value)
        .map(([inner, one]) => `${fieldWords(inner)} ${words(inner, one)}`)
        .join(' · ')
    return roleFields.has(field) ? roleWords(String(value)) : valueWords(field, String(value), language)
  }
  return words
}
