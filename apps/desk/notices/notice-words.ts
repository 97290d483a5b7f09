import { useRoleWords } from '@jianbao/ui'
import { useTranslation } from 'react-i18next'
import type { Notice } from './notice.queries.ts'
import { noticeTexts } from './notice.texts.ts'

/** @returns what a notice says. A kind without words, of a newer server, is still a notice. */
export function useNoticeWords(): (notice: Notice) => string {
  const { t, i18n } = useTranslation(noticeTexts.namespace)
  const roleWords = useRoleWords()
  return ({ kind, details }) => {
    const key = `kind.${kind}`
    if (!i18n.exists(key, { ns: noticeTexts.namespace })) return t('kind.other')
    const role = details['role']
    return t(key, typeof role === 'string' ? { ...details, role: roleWords(role) } : details)
  }
}
