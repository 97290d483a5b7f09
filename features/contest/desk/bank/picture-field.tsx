import { PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'

/** Undefined leaves it as it is, null takes it away. */
export type PictureChange = File | null | undefined

type PictureFieldProps = {
  /** Where the picture it has now is shown. */
  readonly shown: string | null
  readonly change: PictureChange
  readonly onChange: (change: PictureChange) => void
}

export function PictureField({ shown, change, onChange }: PictureFieldProps) {
  const t = bankTexts.useTexts()
  const input = useRef<HTMLInputElement>(null)
  const address = useMemo(() => (change ? URL.createObjectURL(change) : null), [change])
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  const source = change === null ? null : (address ?? shown)
  return (
    <fieldset className={styles['options']}>
      <legend className={styles['label']}>{t('picture')}</legend>
      <span className={styles['hint']}>{t('pictureHint')}</span>
      {source ? <img className={styles['picture']} src={source} alt={t('pictureOf')} /> : null}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('choosePicture')}
        accept="image/jpeg,image/png,image/webp"
        onChange={event => {
          const [chosen] = event.target.files ?? []
          if (chosen) onChange(chosen)
          event.target.value = ''
        }}
      />
      <div className={styles['buttons']}>
        <Button icon={<PictureOutlined aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t(source ? 'otherPicture' : 'choosePicture')}
        </Button>
        {source ? <Button onClick={() => onChange(null)}>{t('removePicture')}</Button> : null}
      </div>
    </fieldset>
  )
}
