"""Pictures drawn as inline SVG or plain HTML: diagrams, tree maps, timelines, bars."""
