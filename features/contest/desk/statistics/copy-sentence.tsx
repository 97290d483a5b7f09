import { App, Button } from 'antd'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

export function CopySentence({ sentence }: { readonly sentence: string }) {
  const t = statisticsTexts.useTexts()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(sentence)
    void message.success(t('copied'))
  }
  return (
    <div>
      <blockquote className={styles['sentence']}>{sentence}</blockquote>
      <Button type="primary" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  )
}
