"""One module a command: parse, call one public function, print, leave."""
