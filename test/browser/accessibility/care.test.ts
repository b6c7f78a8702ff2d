import { lookAtEveryState } from '../support/every-screen.ts'
import { care } from '../support/screens.ts'

lookAtEveryState(care)
