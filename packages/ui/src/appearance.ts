/** What one person set for this browser: theme and language. */
import { useSyncExternalStore } from 'react'
import { remember, remembered, useMemory } from './browser-memory.ts'
import type { ThemeName } from './theme.ts'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

const themeKey = 'jianbao.theme'
const languageKey = 'jianbao.language'

export function themeChoice(): ThemeChoice {
  return pick(themeChoices, remembered(themeKey), 'system')
}

/** Chinese unless English was chosen here: the office speaks Chinese, whatever the browser says. */
export function languageChoice(): Language {
  return pick(languages, remembered(languageKey), 'zh')
}

export function chooseTheme(choice: ThemeChoice): void {
  remember(themeKey, choice)
}

export function chooseLanguage(choice: Language): void {
  remember(languageKey, choice)
}

/** @returns the theme in force, following the system when it was left to it. */
export function useThemeName(): ThemeName {
  const choice = useThemeChoice()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
}

export function useThemeChoice(): ThemeChoice {
  return useMemory(themeChoice)
}

export function useLanguage(): Language {
  return useMemory(languageChoice)
}

/** @returns whether a media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    listener => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** @returns whether the window is as narrow as a phone's. */
export function usePhone(): boolean {
  return useMedia('(max-width: 767px)')
}

function pick<T extends string>(choices: readonly T[], value: string | null, otherwise: T): T {
  return choices.find(choice => choice === value) ?? otherwise
}
