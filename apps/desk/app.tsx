import { applyPalette, makeTheme, useLanguage, usePhone, useThemeName } from '@jianbao/ui'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import i18next from 'i18next'
import { useLayoutEffect, useMemo } from 'react'
import { antLocale } from './ant-locale.ts'
import { Gate } from './gate.tsx'
import { isSignedOut, sessionQuery } from './session.queries.ts'

const onError = (error: unknown) => {
  if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** What opens over a page belongs to the landmark it was opened from: a screen reader finds it there. */
function landmarkOf(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('main, header, nav') ?? document.body
}

/** Everything every page stands in: theme, language, data. */
export function App() {
  const themeName = useThemeName()
  const language = useLanguage()
  const phone = usePhone()
  const theme = useMemo(() => makeTheme(themeName, phone), [themeName, phone])

  useLayoutEffect(() => applyPalette(document.documentElement, themeName), [themeName])
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    void i18next.changeLanguage(language)
  }, [language])

  return (
    <ConfigProvider
      theme={theme}
      button={{ autoInsertSpace: false }}
      getPopupContainer={landmarkOf}
      {...(language === 'zh' ? { locale: antLocale } : {})}
    >
      <QueryClientProvider client={queries}>
        <Gate />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
