from claimcheck.read.plain import plain_blocks as markdown_blocks
