/** What one person set for this browser: theme and language. Kept in localStorage, shared between tabs. */
import { useSyncExternalStore } from 'react'
import type { ThemeName } from './theme.ts'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

const themeKey = 'jianbao.theme'
const languageKey = 'jianbao.language'
const listeners = new Set<() => void>()

export function themeChoice(): ThemeChoice {
  return pick(themeChoices, read(themeKey), 'system')
}

/** Chinese unless English was chosen here: the office speaks Chinese, whatever the browser says. */
export function languageChoice(): Language {
  return pick(languages, read(languageKey), 'zh')
}

export function chooseTheme(choice: ThemeChoice): void {
  write(themeKey, choice)
}

export function chooseLanguage(choice: Language): void {
  write(languageKey, choice)
}

/** @returns the theme in force, following the system when it was left to it. */
export function useThemeName(): ThemeName {
  const choice = useThemeChoice()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, languageChoice)
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

function read(key: string): string | null {
  // A browser that forbids storage throws on touch; the choice then lasts as long as the page.
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

const unsaved = new Map<string, string>()

function write(key: string, value: string): void {
  unsaved.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept for this page only, see above.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
