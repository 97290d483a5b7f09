import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

type FilePickerProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly onFiles: (files: Iterable<File>) => void
  /** Opens the camera of a phone. */
  readonly camera?: boolean
}

/** A button that lets files be chosen, or a photo be taken. */
export function FilePicker({ label, icon, onFiles, camera = false }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : { multiple: true })}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
