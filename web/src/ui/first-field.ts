import { useEffect } from 'react'
import { fieldId } from './field-id.ts'

/** Puts the cursor in a field when a screen opens that begins with it: after the screen’s title had the focus. */
export function useFirstField(pointer: string): void {
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById(fieldId(pointer))?.focus())
    return () => clearTimeout(timer)
  }, [pointer])
}
