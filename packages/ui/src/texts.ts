/** Interface texts: each room holds its own pair of files; the Chinese file says which keys exist. */
import i18next from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

export type TextTable = Readonly<Record<string, string>>
export type Texts = { readonly namespace: string; readonly zh: TextTable; readonly en: TextTable }
type TextValues = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string

/**
 * Binds a room's texts to a namespace.
 * @returns the tables for start-up and a hook whose keys are checked by the compiler; `{{name}}` stands for a value.
 */
export function defineTexts<Key extends string>(
  namespace: string,
  tables: { zh: Readonly<Record<Key, string>>; en: Readonly<Record<NoInfer<Key>, string>> },
): Texts & { useTexts: () => Translate<Key> } {
  return {
    namespace,
    ...tables,
    useTexts: () => {
      const { t } = useTranslation(namespace)
      // The same function as long as the language is the same, so that pages may depend on it.
      return useCallback(
        (key, values) => (t as (key: string, values: TextValues) => string)(key, values ?? {}),
        [t],
      )
    },
  }
}

/** Starts i18next with the texts of every room. */
export async function startTexts(language: string, all: readonly Texts[]): Promise<void> {
  const table = (pick: (texts: Texts) => TextTable) =>
    Object.fromEntries(all.map(texts => [texts.namespace, pick(texts)]))
  await i18next.init({
    lng: language,
    fallbackLng: 'zh',
    keySeparator: false,
    nsSeparator: false,
    resources: { zh: table(texts => texts.zh), en: table(texts => texts.en) },
    interpolation: { escapeValue: false },
  })
}
