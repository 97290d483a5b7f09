import { chooseLanguage, useLanguage } from '@jianbao/ui'
import styles from './sign-in.module.css'
import { signInTexts } from './sign-in.texts.ts'

/** The way to the public site, the other language and the version. */
export function SignInFoot({ version }: { version: string }) {
  const t = signInTexts.useTexts()
  return (
    <footer className={styles['footer']}>
      <a href="/">{t('publicSite')}</a>
      <LanguageSwitch />
      <span>{t('version', { version })}</span>
    </footer>
  )
}

/** Each language is offered in its own words, for who cannot read the other. */
function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className={styles['language']}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
