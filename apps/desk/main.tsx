import { languageChoice, startTexts, uiTexts } from '@jianbao/ui'
import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { App } from './app.tsx'
import { deskTexts } from './desk.texts.ts'
import { rooms } from './rooms.ts'
import { searchAllTexts } from './search-all/search-all.texts.ts'
import { signInTexts } from './sign-in.texts.ts'
import './global.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place to draw into.')

i18next.use(initReactI18next)
await startTexts(languageChoice(), [
  uiTexts,
  deskTexts,
  searchAllTexts,
  signInTexts,
  ...rooms.flatMap(room => room.texts),
])
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
