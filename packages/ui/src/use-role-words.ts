import { useCallback } from 'react'
import { roles } from './role.ts'
import { uiTexts } from './ui.texts.ts'

/** @returns what a role is called; a role of a newer server is called what it is named. */
export function useRoleWords(): (role: string) => string {
  const t = uiTexts.useTexts()
  return useCallback(
    role => {
      const known = roles.find(one => one === role)
      return known ? t(`role.${known}`) : role
    },
    [t],
  )
}
