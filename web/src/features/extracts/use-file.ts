import { useState } from 'react'
import { callForFile, getExtract, getExtractDictionary, Problem } from '../../api/index.ts'
import { download } from '../../app/download.ts'
import { useText } from '../../i18n/index.ts'
import { useToast } from '../../ui/index.ts'

const files = { csv: getExtract, dictionary: getExtractDictionary } as const

/** Fetches an extract's figures, or the dictionary that it goes by, and hands the file to the browser to keep. */
export function useFile(): {
  readonly save: (file: keyof typeof files, extract: string) => Promise<void>
  /** Which file is on its way, as `csv extract_1`. */
  readonly isBusyWith: string | undefined
} {
  const say = useText()
  const toast = useToast()
  const [isBusyWith, setBusyWith] = useState<string>()

  async function save(file: keyof typeof files, extract: string): Promise<void> {
    setBusyWith(`${file} ${extract}`)
    try {
      const { name, content } = await callForFile(files[file], { params: { extract } })
      download(name, content)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      toast({ kind: 'failed', text: error.isOffline ? say('common.unreachable') : error.detail })
    } finally {
      setBusyWith(undefined)
    }
  }

  return { save, isBusyWith }
}
