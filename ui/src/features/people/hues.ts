/** The colour of a tag, when it has one. */
import type { Hue } from "../../components/marks/Chip";

export const hueOf = (hue: number): Hue | undefined => (hue >= 1 && hue <= 6 ? (hue as Hue) : undefined);
