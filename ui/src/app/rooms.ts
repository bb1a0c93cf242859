/** The rooms of the house, in the order of the sidebar. */
import type { Room, Standing } from "../frame/room";
import { today } from "../features/today/room";
import { people } from "../features/people/room";
import { NewPerson } from "../features/people/NewPerson";
import { PeopleFinder } from "../features/people/PeopleFinder";
import { segments } from "../features/segments/room";
import { communities } from "../features/communities/room";
import { canvas } from "../features/canvas/room";
import { journeys } from "../features/journeys/room";
import { feedback } from "../features/feedback/room";
import { gestures } from "../features/gestures/room";
import { GiveGesture } from "../features/gestures/GiveGesture";
import { plans } from "../features/plans/room";
import { drafts } from "../features/drafts/room";
import { exchange } from "../features/exchange/room";
import { Dropped } from "../features/exchange/Dropped";
import { NewLetter } from "../features/drafts/NewLetter";
import { NewBatch } from "../features/drafts/NewBatch";
import { TemplatesFinder } from "../features/drafts/TemplatesFinder";
import { OnPaper } from "../features/press/OnPaper";
import { PrintDialog } from "../features/press/PrintDialog";
import { TakeNotes } from "../features/press/TakeNotes";
import { settings } from "../features/settings/room";
import { KeepDay } from "../features/segments/KeepDay";
import { NewSegment } from "../features/segments/NewSegment";
import { AddTask } from "../features/promises/AddTask";
import { TextFinder } from "../features/search/TextFinder";
import { QuickLog } from "../features/touchpoints/QuickLog";

export const rooms: readonly Room[] = [today, people, segments, communities, canvas, journeys, feedback, gestures, plans, drafts, exchange, settings];

/** What rooms keep on the screen whatever page is shown: actions, palette sources, dialogs. */
export const standing: readonly Standing[] = [Dropped, QuickLog, AddTask, GiveGesture, NewPerson, PeopleFinder, TextFinder, NewLetter, NewBatch, TemplatesFinder, NewSegment, KeepDay, PrintDialog, OnPaper, TakeNotes];
