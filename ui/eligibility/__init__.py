"""Private to the page Am I eligible?"""
