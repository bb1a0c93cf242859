/** The two typefaces, self-hosted: Inter for the machinery, Newsreader for what people say to each other. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/newsreader/wght.css";
