import { lookAtEveryState } from '../support/every-screen.ts'
import { centre } from '../support/screens.ts'

lookAtEveryState(centre)
