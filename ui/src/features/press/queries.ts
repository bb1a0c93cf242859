/** Reads of this room: how a sheet will look, and what it says as text. Made anew when what it shows has changed. */
import { queryOptions } from "@tanstack/react-query";
import type { CanvasFile } from "../../bindings/CanvasFile";
import type { PreviewLetter } from "../../bindings/PreviewLetter";
import type { PreviewSheet } from "../../bindings/PreviewSheet";
import type { SheetText } from "../../bindings/SheetText";
import { core } from "../../host/core";

const topics = ["canvas", "journeys", "segments", "people", "touchpoints"] as const;

export const previewOf = (input: PreviewSheet) => queryOptions({ queryKey: ["press", "preview", input], queryFn: () => core.press.preview(input), meta: { topics } });

/** A sheet for somebody: their name and address stand on it, and the words of their letter. */
export const letterLook = (input: PreviewLetter) => queryOptions({ queryKey: ["press", "letter", input], queryFn: () => core.press.previewLetter(input), meta: { topics: ["people", "drafts", "settings"] as const }, retry: false });

export const textOf = (input: SheetText) => queryOptions({ queryKey: ["press", "text", input], queryFn: () => core.press.text(input), meta: { topics } });

/** What a file would bring to a canvas. */
export const broughtBy = (input: CanvasFile) => queryOptions({ queryKey: ["press", "brought", input], queryFn: () => core.press.previewNotes(input), meta: { topics: ["canvas"] as const } });
