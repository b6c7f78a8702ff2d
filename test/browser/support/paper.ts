import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsqr from 'jsqr'
import type { Page } from 'playwright-core'

export interface Paper {
  /** Points: a Letter page is 612 by 792. */
  readonly pages: readonly { readonly width: number; readonly height: number; readonly text: string }[]
  /** What a telephone reads from the first page. */
  readonly code: string | undefined
}

/** What comes out of the printer, looked at as paper: its pages, its words, and its code as a camera sees it. */
export async function printed(page: Page): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages = [...document.pages()].map((sheet) => {
    const { originalWidth: width, originalHeight: height } = sheet.getOriginalSize()
    return { width, height, text: sheet.getText() }
  })
  const picture = await document.getPage(0).render({ scale: 150 / 72 })
  const code = jsqr.default(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data
  document.destroy()
  library.destroy()
  return { pages, code }
}
